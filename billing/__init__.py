"""Who the customer is, what they bought, and what that allows."""
