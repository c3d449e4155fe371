// The library does not write to its input, and says so where this is defined.
#define ZLIB_CONST
#include <zlib.h>
