// To be written.
internal import Logging
