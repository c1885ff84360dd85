/*
 * Makes each flush of a file to the disk take SLOW_FLUSH_US microseconds more, for a program started with
 * LD_PRELOAD: a disk that is slower than the one at hand. Without the variable nothing changes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int slowly(const char *name, int file) {
  int (*flush)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  const char *more = getenv("SLOW_FLUSH_US");
  if (more) usleep((useconds_t)atoi(more));
  return flush(file);
}

int fdatasync(int file) { return slowly("fdatasync", file); }

int fsync(int file) { return slowly("fsync", file); }
