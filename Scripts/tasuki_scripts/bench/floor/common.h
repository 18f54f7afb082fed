// What the floor and the load generator both need.
#ifndef COMMON_H
#define COMMON_H

// Says why on standard error, and ends with 1.
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
// The memory, unless there was none.
void *demand(void *memory);
// Seconds of a clock that nobody sets.
double now(void);
// In ascending order.
void sort(double *samples, long count);

#endif
