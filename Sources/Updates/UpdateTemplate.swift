/// The configuration that `nuzuh init` writes: one source, with all that can be set.
public enum UpdateTemplate {
  /// Name of the file, where none is given.
  public static let fileName = "nuzuh.toml"

  public static let text = """
    # What nuzuh update does every night. Paths start from this file's folder.

    # All that has been read, by key and version. Only its owner may read it; keep it inside.
    archive = "nuzuh-archive.sqlite"

    # Releases go to output/releases/, and output/current leads to the latest.
    output = "output"

    # Older releases than these are removed; without it, all are kept.
    # keep_releases = 60

    # One table for each source. Its name stands in messages, in the accounts and in --accept.
    [[source]]
    name = "incidents"
    # Patterns of paths; CSV, JSON, GeoJSON and workbooks, also packed by gzip.
    files = ["incoming/*.csv"]
    # What it means when a row that was told before is missing:
    #   "deleted": each night the files are all there is, so its record was taken back;
    #   "kept": the files only tell what is new.
    missing = "kept"
    # profile = "ACLED"            # where the header does not tell
    # map = ["mapping.toml"]       # columns of your own, see nuzuh map
    # sheet = "Sheet1"             # of a workbook
    # date_order = "iso"           # or "day-first", "month-first"

    # Lists of ids that a source has withdrawn, such as those that ACLED publishes.
    # [[deletions]]
    # name = "acled-deleted"
    # files = ["incoming/deleted/*.csv"]
    # source = "ACLED"

    # Days that are counted; without any, all in the data.
    [period]
    # from = "2025-01-01"
    # to = "2025-12-31"
    # last_months = 12             # instead: whole months before this one, and this one

    [report]
    by = "month"                   # day, week, month, quarter or year
    # levels = ["governorate", "district"]
    # indicators = ["killed", "displaced"]
    # category = "kind"            # or "subkind", "source"
    # spanning = "hold"            # or "start", "spread"
    # week_start = "monday"        # or "saturday", "sunday"
    # prefer = ["SOHR", "UNHCR"]   # whom to believe where several report one subject
    # snap_meters = 1500
    # time_zone = "Asia/Damascus"
    # simplify_meters = 500
    policy = "public"              # or "strict", "partners", or a policy file

    [boundaries]
    # Layers of your own instead of those that come with nuzuh.
    # layers = ["adm1.geojson:id=ADM1_PCODE,name=ADM1_EN,level=governorate"]
    # repair = true

    """
}
