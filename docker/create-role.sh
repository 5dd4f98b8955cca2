#!/bin/sh
# Runs once in a new database: the application's role owns its database but is no superuser,
# so that row-level security binds it.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$APPLICATION_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE conductatlas LOGIN NOSUPERUSER PASSWORD :'password';
CREATE DATABASE conductatlas OWNER conductatlas;
SQL
