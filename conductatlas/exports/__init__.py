"""Lists taken out as files: CSV, JSON Lines and XLSX, at once where they are short and as a job where they are long."""
