/*
 * A preloaded library that lets the disk fail, lie, or be written down.
 *
 * Only files below TORTURE_ROOT are touched, each known by a letter: d database, w write-ahead log, h heads,
 * v anything else (the vault), f folders. The shared memory of SQLite is left alone: it does not outlive a power cut.
 *
 *   TORTURE_RULES    CALLS:FILES:FAULT:WHEN:NUMBER;...   such as  fsync+fdatasync:w:EIO:nth:5
 *                    calls: write pwrite read pread ftruncate fsync fdatasync open unlink rename
 *                    fault: EIO ENOSPC EROFS EDQUOT EACCES EMFILE ENOMEM, or SHORT (half of the bytes), or
 *                    NOTE (none: only traced, to learn how many calls there are)
 *                    when:  nth (only that call), from (that call and all later), chance (of a thousand)
 *   TORTURE_SWITCH   rules hold only while this file exists
 *   TORTURE_SEED     for chance
 *   TORTURE_TRACE    a line for each fault that happened
 *   TORTURE_LIE      of a hundred syncs, how many report success and do nothing
 *   TORTURE_JOURNAL  every change of a file, and every honest sync, is appended here: see powercut.py
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MAX_FD = 65536, MAX_RULES = 16 };
enum { WHEN_NTH, WHEN_FROM, WHEN_CHANCE };
enum { SHORT = -1, NOTE = -2 };

struct rule {
    char calls[96], files[16];
    int fault, when;
    long number;
    atomic_long count;
};

static struct rule rules[MAX_RULES];
static int rule_count, lie_percent, trace_fd = -1, journal_fd = -1;
static char root[PATH_MAX], switch_path[PATH_MAX];
static size_t root_length;
static atomic_uint_fast64_t dice;
static atomic_char kinds[MAX_FD];
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* A descriptor that the program is unlikely to meet, so that closing low numbers in a loop does no harm. */
static int private_file(const char *variable) {
    const char *path = getenv(variable);
    if (!path) return -1;
    int low = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (low < 0) return -1;
    int high = fcntl(low, F_DUPFD_CLOEXEC, 900);
    if (high < 0) return low;
    syscall(SYS_close, low);
    return high;
}

static int fault_named(const char *name) {
    static const struct { const char *name; int fault; } known[] = {
        { "EIO", EIO }, { "ENOSPC", ENOSPC }, { "EROFS", EROFS }, { "EDQUOT", EDQUOT }, { "EACCES", EACCES },
        { "EMFILE", EMFILE }, { "ENOMEM", ENOMEM }, { "SHORT", SHORT }, { "NOTE", NOTE },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].name, name)) return known[i].fault;
    fprintf(stderr, "faults.c: unknown fault %s\n", name);
    _exit(99);
}

static void set_up(void) {
    const char *text = getenv("TORTURE_ROOT");
    if (!text || !realpath(text, root)) return;
    root_length = strlen(root);
    const char *seed = getenv("TORTURE_SEED"), *lie = getenv("TORTURE_LIE"), *gate = getenv("TORTURE_SWITCH");
    dice = (seed ? strtoull(seed, NULL, 10) : 1) * 0x9E3779B97F4A7C15ull + 1;
    lie_percent = lie ? atoi(lie) : 0;
    if (gate) snprintf(switch_path, sizeof switch_path, "%s", gate);
    trace_fd = private_file("TORTURE_TRACE");
    journal_fd = private_file("TORTURE_JOURNAL");
    const char *spec = getenv("TORTURE_RULES");
    char copy[4096], *outer = NULL;
    snprintf(copy, sizeof copy, "%s", spec ? spec : "");
    for (char *part = strtok_r(copy, ";", &outer); part && rule_count < MAX_RULES; part = strtok_r(NULL, ";", &outer)) {
        struct rule *rule = &rules[rule_count];
        char fault[16], when[16];
        int count = sscanf(part, "%95[^:]:%15[^:]:%15[^:]:%15[^:]:%ld", rule->calls, rule->files, fault, when,
                           &rule->number);
        if (count != 5) {
            fprintf(stderr, "faults.c: malformed rule %s\n", part);
            _exit(99);
        }
        rule->fault = fault_named(fault);
        rule->when = !strcmp(when, "nth") ? WHEN_NTH : !strcmp(when, "from") ? WHEN_FROM : WHEN_CHANCE;
        rule_count++;
    }
}

static uint64_t roll(void) {
    uint64_t x = atomic_fetch_add(&dice, 0x9E3779B97F4A7C15ull);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

static int named(const char *list, const char *name) {
    size_t length = strlen(name);
    for (const char *at = list; (at = strstr(at, name)); at += length)
        if ((at == list || at[-1] == '+') && (at[length] == 0 || at[length] == '+')) return 1;
    return 0;
}

/* The fault that this call meets: 0 for none, an errno, or SHORT. */
static int fault_of(const char *call, char kind) {
    if (!kind || !rule_count) return 0;
    if (*switch_path && syscall(SYS_faccessat, AT_FDCWD, switch_path, F_OK) != 0) return 0;
    for (int i = 0; i < rule_count; i++) {
        struct rule *rule = &rules[i];
        if (!strchr(rule->files, kind) || !named(rule->calls, call)) continue;
        long count = atomic_fetch_add(&rule->count, 1) + 1;
        int hit = rule->when == WHEN_NTH    ? count == rule->number
                  : rule->when == WHEN_FROM ? count >= rule->number
                                            : (long)(roll() % 1000) < rule->number;
        if (!hit) continue;
        if (trace_fd >= 0) {
            char line[96];
            int length = snprintf(line, sizeof line, "%s %c %d call %ld\n", call, kind, rule->fault, count);
            syscall(SYS_write, trace_fd, line, (size_t)length);
        }
        if (rule->fault != NOTE) return rule->fault;
    }
    return 0;
}

static char kind_of_path(const char *path) {
    if (strncmp(path, root, root_length) || (path[root_length] && path[root_length] != '/')) return 0;
    size_t length = strlen(path);
#define ENDS(suffix) (length >= sizeof suffix - 1 && !strcmp(path + length - (sizeof suffix - 1), suffix))
    if (ENDS("-shm")) return 0;
    if (ENDS("/tasuki.sqlite")) return 'd';
    if (ENDS("/tasuki.sqlite-wal")) return 'w';
    if (ENDS("/heads")) return 'h';
    return 'v';
}

static char kind_of(int fd) { return fd >= 0 && fd < MAX_FD ? atomic_load(&kinds[fd]) : 0; }

/* The absolute path of a name that a call was given, without following its last part. */
static int absolute(int folder, const char *name, char *out) {
    char base[PATH_MAX] = "", joined[2 * PATH_MAX];
    if (name[0] != '/') {
        char link[64];
        if (folder == AT_FDCWD) {
            if (!getcwd(base, sizeof base)) return 0;
        } else {
            snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
            ssize_t length = readlink(link, base, sizeof base - 1);
            if (length < 0) return 0;
            base[length] = 0;
        }
    }
    snprintf(joined, sizeof joined, "%s%s%s", base, *base ? "/" : "", name);
    char *slash = strrchr(joined, '/'), parent[PATH_MAX];
    if (!slash) return 0;
    if (slash[1] == 0 || !strcmp(slash + 1, ".")) return realpath(joined, out) != NULL;
    *slash = 0;
    if (!realpath(*joined ? joined : "/", parent)) return 0;
    return snprintf(out, PATH_MAX, "%s/%s", parent, slash + 1) < PATH_MAX;
}

struct record {
    uint32_t magic, op, path_length, thread;
    uint64_t inode, offset, length;
};

/* One write(2) for a record, so that records of threads and processes never mix. */
static void record(char op, int fd, const char *path, uint64_t offset, uint64_t length, const void *data) {
    if (journal_fd < 0) return;
    struct stat status = { 0 };
    if (fd >= 0) fstat(fd, &status);
    size_t path_length = path ? strlen(path) : 0;
    struct record head = { 0x54524F31, (uint32_t)op, (uint32_t)path_length, (uint32_t)syscall(SYS_gettid),
                           (uint64_t)status.st_ino, offset, length };
    struct iovec parts[3] = { { &head, sizeof head }, { (void *)path, path_length },
                              { (void *)data, data ? length : 0 } };
    syscall(SYS_writev, journal_fd, parts, data ? 3 : 2);
}

#define ENTER() int entry_errno = errno; pthread_once(&once, set_up); errno = entry_errno

/* Opening */

static int opened(int folder, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX], kind = 0;
    int is_new = 0;
    if (root_length && absolute(folder, name, path) && (kind = kind_of_path(path))) {
        int fault = fault_of("open", kind);
        if (fault > 0) { errno = fault; return -1; }
        is_new = (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    }
    int fd = (int)syscall(SYS_openat, folder, name, flags, mode);
    if (fd >= 0 && fd < MAX_FD) {
        struct stat status;
        if (kind && fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) kind = 'f';
        atomic_store(&kinds[fd], kind);
        if (kind && kind != 'f' && (flags & O_CREAT || flags & O_TRUNC)) {
            record('O', fd, path, (uint64_t)is_new, 0, NULL);
            if (flags & O_TRUNC && !is_new) record('T', fd, NULL, 0, 0, NULL);
        }
    }
    return fd;
}

/* The mode is there only where a file may be made. */
#define MODE() \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { \
        va_list list; \
        va_start(list, flags); \
        mode = va_arg(list, mode_t); \
        va_end(list); \
    }

int open(const char *name, int flags, ...) { ENTER(); MODE(); return opened(AT_FDCWD, name, flags, mode); }

int open64(const char *name, int flags, ...) {
    ENTER();
    MODE();
    return opened(AT_FDCWD, name, flags | O_LARGEFILE, mode);
}

int openat(int folder, const char *name, int flags, ...) { ENTER(); MODE(); return opened(folder, name, flags, mode); }

int openat64(int folder, const char *name, int flags, ...) {
    ENTER();
    MODE();
    return opened(folder, name, flags | O_LARGEFILE, mode);
}

int __open_2(const char *name, int flags) { ENTER(); return opened(AT_FDCWD, name, flags, 0); }
int __open64_2(const char *name, int flags) { ENTER(); return opened(AT_FDCWD, name, flags, 0); }

int close(int fd) {
    ENTER();
    /* The library's own descriptors outlive a program that closes everything. */
    if (fd >= 0 && (fd == trace_fd || fd == journal_fd)) return 0;
    if (fd >= 0 && fd < MAX_FD) atomic_store(&kinds[fd], 0);
    return (int)syscall(SYS_close, fd);
}

/* Writing and reading */

static ssize_t failed(int fault) { errno = fault; return -1; }

static size_t cut(int fault, size_t count) { return fault == SHORT && count > 1 ? count / 2 : count; }

ssize_t write(int fd, const void *data, size_t count) {
    ENTER();
    char kind = kind_of(fd);
    int fault = kind ? fault_of("write", kind) : 0;
    if (fault > 0) return failed(fault);
    ssize_t done = syscall(SYS_write, fd, data, cut(fault, count));
    if (done > 0 && kind) {
        off_t end = lseek(fd, 0, SEEK_CUR);
        record('W', fd, NULL, (uint64_t)(end - done), (uint64_t)done, data);
    }
    return done;
}

static ssize_t placed(int fd, const void *data, size_t count, off_t offset) {
    char kind = kind_of(fd);
    int fault = kind ? fault_of("pwrite", kind) : 0;
    if (fault > 0) return failed(fault);
    ssize_t done = syscall(SYS_pwrite64, fd, data, cut(fault, count), offset);
    if (done > 0 && kind) record('W', fd, NULL, (uint64_t)offset, (uint64_t)done, data);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t count, off_t offset) {
    ENTER();
    return placed(fd, data, count, offset);
}

ssize_t pwrite64(int fd, const void *data, size_t count, off64_t offset) {
    ENTER();
    return placed(fd, data, count, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    ENTER();
    if (!kind_of(fd)) return syscall(SYS_writev, fd, parts, count);
    ssize_t total = 0;
    for (int i = 0; i < count; i++) {
        ssize_t done = write(fd, parts[i].iov_base, parts[i].iov_len);
        if (done < 0) return total ? total : -1;
        total += done;
        if ((size_t)done < parts[i].iov_len) break;
    }
    return total;
}

ssize_t read(int fd, void *data, size_t count) {
    ENTER();
    char kind = kind_of(fd);
    int fault = kind ? fault_of("read", kind) : 0;
    return fault > 0 ? failed(fault) : syscall(SYS_read, fd, data, cut(fault, count));
}

static ssize_t read_from(int fd, void *data, size_t count, off_t offset) {
    char kind = kind_of(fd);
    int fault = kind ? fault_of("pread", kind) : 0;
    return fault > 0 ? failed(fault) : syscall(SYS_pread64, fd, data, cut(fault, count), offset);
}

ssize_t pread(int fd, void *data, size_t count, off_t offset) { ENTER(); return read_from(fd, data, count, offset); }

ssize_t pread64(int fd, void *data, size_t count, off64_t offset) {
    ENTER();
    return read_from(fd, data, count, offset);
}

static int resized(int fd, off_t size) {
    char kind = kind_of(fd);
    int fault = kind ? fault_of("ftruncate", kind) : 0;
    if (fault > 0) return (int)failed(fault);
    int result = (int)syscall(SYS_ftruncate, fd, size);
    if (result == 0 && kind) record('T', fd, NULL, (uint64_t)size, 0, NULL);
    return result;
}

int ftruncate(int fd, off_t size) { ENTER(); return resized(fd, size); }
int ftruncate64(int fd, off64_t size) { ENTER(); return resized(fd, size); }

/* Waiting for the disk */

static int synced(const char *call, long number, int fd) {
    char kind = kind_of(fd);
    int fault = kind ? fault_of(call, kind) : 0;
    if (fault > 0) return (int)failed(fault);
    if (kind && lie_percent && (int)(roll() % 100) < lie_percent) return 0;
    if (kind) record('B', fd, NULL, 0, 0, NULL);
    int result = (int)syscall(number, fd);
    if (kind && result == 0) record('S', fd, NULL, 0, 0, NULL);
    return result;
}

int fsync(int fd) { ENTER(); return synced("fsync", SYS_fsync, fd); }
int fdatasync(int fd) { ENTER(); return synced("fdatasync", SYS_fdatasync, fd); }

/* Names */

static int removed(int folder, const char *name, int flags) {
    char path[PATH_MAX], kind = 0;
    int is_known = root_length && absolute(folder, name, path);
    if (is_known) kind = kind_of_path(path);
    int fault = kind ? fault_of("unlink", kind) : 0;
    if (fault > 0) return (int)failed(fault);
    int result = (int)syscall(SYS_unlinkat, folder, name, flags);
    if (result == 0 && kind) record('U', -1, path, 0, 0, NULL);
    return result;
}

int unlink(const char *name) { ENTER(); return removed(AT_FDCWD, name, 0); }
int unlinkat(int folder, const char *name, int flags) { ENTER(); return removed(folder, name, flags); }

static int moved(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    char paths[2 * PATH_MAX], *target = paths + PATH_MAX, kind = 0;
    int is_known = root_length && absolute(from_folder, from, paths) && absolute(to_folder, to, target);
    if (is_known) kind = kind_of_path(target);
    int fault = kind ? fault_of("rename", kind) : 0;
    if (fault > 0) return (int)failed(fault);
    int result = (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    if (result == 0 && kind) {
        char both[4 * PATH_MAX];
        snprintf(both, sizeof both, "%s\n%s", paths, target);
        record('R', -1, both, 0, 0, NULL);
    }
    return result;
}

int rename(const char *from, const char *to) { ENTER(); return moved(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { ENTER(); return moved(a, from, b, to, 0); }

int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    ENTER();
    return moved(a, from, b, to, flags);
}

int mkdirat(int folder, const char *name, mode_t mode) {
    ENTER();
    char path[PATH_MAX];
    int result = (int)syscall(SYS_mkdirat, folder, name, mode);
    if (result == 0 && root_length && absolute(folder, name, path) && kind_of_path(path))
        record('M', -1, path, 0, 0, NULL);
    return result;
}

int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
