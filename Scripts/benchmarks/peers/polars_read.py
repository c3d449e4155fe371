"""Reading alone in polars: polars_read.py CSV. Prints the sum of deaths, so that all is read."""
import sys

import polars

table = polars.read_csv(sys.argv[1], columns=["event_date", "event_type", "latitude", "longitude",
                                              "fatalities"], try_parse_dates=True)
print(table.height, table["fatalities"].sum())
