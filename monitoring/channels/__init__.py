"""Channels: ways beside mail to be told of alerts. One file for each kind of message, one for keeping, one for sending."""
