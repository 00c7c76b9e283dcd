"""Changes ("ändringar"): what differs between two builds, two drafts or two occasions, and why."""
