"""What the dashboard costs beside bare pages and a peer: `make bench`, told in docs/speed.md."""
