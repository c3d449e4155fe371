// To be written.
internal import GRDB
