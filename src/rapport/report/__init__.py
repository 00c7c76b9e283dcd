"""What a report says: sections make blocks of finished Swedish text, in no format."""
