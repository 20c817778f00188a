// The allocator's functions, with a counter before those of the C library. An executable's own functions come before
// those of the libraries that it is linked with, for these libraries too.

#include "AllocationCount.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

// A counter for each thread, so that counting costs next to nothing; those of threads that are many share one, and then
// may miss some.
enum { counters = 256, apart = 16 };

static int64_t counts[counters][apart];
static _Atomic int next_counter = 0;
static _Thread_local int counter = -1;

static inline void count(void) {
    if (counter < 0) counter = atomic_fetch_add(&next_counter, 1) % counters;
    counts[counter][0] += 1;
}

int64_t allocation_count(void) {
    int64_t sum = 0;
    for (int place = 0; place < counters; place += 1) sum += counts[place][0];
    return sum;
}

#ifdef __GLIBC__

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
    count();
    return __libc_malloc(size);
}

void *calloc(size_t elements, size_t size) {
    count();
    return __libc_calloc(elements, size);
}

void *realloc(void *memory, size_t size) {
    count();
    return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
    count();
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
    count();
    *memory = __libc_memalign(alignment, size);
    return *memory == NULL ? ENOMEM : 0;
}

#endif
