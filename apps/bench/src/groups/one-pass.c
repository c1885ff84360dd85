/* One pass over the votes in C: XᵀX times two vectors, as the product's power iteration takes it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <time.h>

static void *whole(const char *folder, const char *name, size_t *bytes) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  *bytes = (size_t)ftell(file);
  rewind(file);
  void *data = malloc(*bytes);
  if (!data || fread(data, 1, *bytes, file) != *bytes) { perror(path); exit(1); }
  fclose(file);
  return data;
}

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
  if (argc != 4) { fputs("one-pass FOLDER STATEMENTS PASSES\n", stderr); return 1; }
  size_t starts_bytes, codes_bytes;
  const uint32_t *starts = whole(argv[1], "starts.bin", &starts_bytes);
  const uint16_t *codes = whole(argv[1], "codes.bin", &codes_bytes);
  const size_t rows = starts_bytes / sizeof *starts - 1;
  const int statements = atoi(argv[2]), passes = atoi(argv[3]);
  double *table = calloc((size_t)statements * 6, sizeof *table);
  double *sums = calloc((size_t)statements * 6, sizeof *sums);
  for (int code = 0; code < statements * 3; code++) {
    const int s = code / 3;
    table[code * 2] = (code % 3 - 1) * ((s * 37 % 101) / 101.0 - 0.5);
    table[code * 2 + 1] = (code % 3 - 1) * ((s * 53 % 97) / 97.0 - 0.5);
  }
  const double begun = seconds(CLOCK_MONOTONIC), begun_cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  for (int pass = 0; pass < passes; pass++) {
    memset(sums, 0, (size_t)statements * 6 * sizeof *sums);
    for (size_t row = 0; row < rows; row++) {
      double a = 0, b = 0;
      for (uint32_t i = starts[row]; i < starts[row + 1]; i++) {
        a += table[codes[i] * 2];
        b += table[codes[i] * 2 + 1];
      }
      for (uint32_t i = starts[row]; i < starts[row + 1]; i++) {
        sums[codes[i] * 2] += a;
        sums[codes[i] * 2 + 1] += b;
      }
    }
  }
  const double taken = (seconds(CLOCK_MONOTONIC) - begun) / passes;
  const double cpu = (seconds(CLOCK_PROCESS_CPUTIME_ID) - begun_cpu) / passes;
  double answer = 0;
  for (int code = 0; code < statements * 3; code++)
    answer += (code % 3 - 1) * (sums[code * 2] * (code % 7 + 1) + sums[code * 2 + 1] * (code % 11 + 1));
  printf("%.6f %.6f %.17g\n", taken * 1000, cpu * 1000, answer);
  return 0;
}
