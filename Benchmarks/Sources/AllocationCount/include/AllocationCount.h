// Counts the allocations of the process.

#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

// How often memory was asked for since the process began, on any of its threads, with malloc, calloc, realloc or an aligned
// kind of them. Always 0 where the C library is not glibc.
int64_t allocation_count(void);

#endif
