// The libraries types follow.
