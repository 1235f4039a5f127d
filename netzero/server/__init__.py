"""What the server adds around the app: files kept compressed, headers, a head start."""

from netzero.server.middleware import middleware
from netzero.server.routes import routes
from netzero.server.warming import warmed

__all__ = ["middleware", "routes", "warmed"]
