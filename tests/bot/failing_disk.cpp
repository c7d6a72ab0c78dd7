#include "tests/bot/failing_disk.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace tests {
namespace {

using Fault = FailingDisk::Fault;

enum class Operation { read, write, flush, lock, open_to_write, open };

struct State {
  std::atomic<bool> failing = false;
  std::atomic<Fault> fault = Fault::full;
  std::atomic<int> left = 0;
  std::atomic<int> failures = 0;
} state;

sqlite3_vfs* real = nullptr;
sqlite3_vfs vfs;

/// What SQLite is told about the operation; SQLITE_OK: let it happen.
int verdict(Operation operation) {
  if (!state.failing) return SQLITE_OK;
  const Fault fault = state.fault;
  const bool writes = operation == Operation::write;
  const bool concerned =
      fault == Fault::unreachable || (fault == Fault::full && writes) ||
      (fault == Fault::flush && operation == Operation::flush) ||
      (fault == Fault::read_only && (writes || operation == Operation::open_to_write));
  if (!concerned || state.left-- > 0) return SQLITE_OK;
  ++state.failures;
  switch (fault) {
    case Fault::full: return SQLITE_FULL;
    case Fault::flush: return SQLITE_IOERR_FSYNC;
    case Fault::read_only: return writes ? SQLITE_READONLY : SQLITE_CANTOPEN;
    case Fault::unreachable: break;
  }
  return operation == Operation::open || operation == Operation::open_to_write ? SQLITE_CANTOPEN
                                                                               : SQLITE_IOERR;
}

/// An open file; the real one stands right behind it in SQLite's memory.
struct File {
  sqlite3_file base;
  sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* inner(sqlite3_file* file) { return reinterpret_cast<File*>(file)->inner(); }
const sqlite3_io_methods* of(sqlite3_file* file) { return inner(file)->pMethods; }

template <typename Act>
int unless_failing(Operation operation, Act act) {
  const int verdict_now = verdict(operation);
  return verdict_now == SQLITE_OK ? act() : verdict_now;
}

sqlite3_io_methods file_methods() {
  using F = sqlite3_file*;
  sqlite3_io_methods m{};
  m.iVersion = 2;
  m.xClose = [](F f) { return of(f)->xClose(inner(f)); };
  m.xRead = [](F f, void* to, int size, sqlite3_int64 at) {
    return unless_failing(Operation::read, [&] { return of(f)->xRead(inner(f), to, size, at); });
  };
  m.xWrite = [](F f, const void* from, int size, sqlite3_int64 at) {
    return unless_failing(Operation::write,
                          [&] { return of(f)->xWrite(inner(f), from, size, at); });
  };
  m.xTruncate = [](F f, sqlite3_int64 size) {
    return unless_failing(Operation::write, [&] { return of(f)->xTruncate(inner(f), size); });
  };
  m.xSync = [](F f, int flags) {
    return unless_failing(Operation::flush, [&] { return of(f)->xSync(inner(f), flags); });
  };
  m.xFileSize = [](F f, sqlite3_int64* size) { return of(f)->xFileSize(inner(f), size); };
  m.xLock = [](F f, int level) {
    return unless_failing(Operation::lock, [&] { return of(f)->xLock(inner(f), level); });
  };
  m.xUnlock = [](F f, int level) { return of(f)->xUnlock(inner(f), level); };
  m.xCheckReservedLock = [](F f, int* out) { return of(f)->xCheckReservedLock(inner(f), out); };
  m.xFileControl = [](F f, int what, void* with) {
    return of(f)->xFileControl(inner(f), what, with);
  };
  m.xSectorSize = [](F f) { return of(f)->xSectorSize(inner(f)); };
  m.xDeviceCharacteristics = [](F f) { return of(f)->xDeviceCharacteristics(inner(f)); };
  m.xShmMap = [](F f, int page, int size, int extend, void volatile** out) {
    return of(f)->xShmMap(inner(f), page, size, extend, out);
  };
  m.xShmLock = [](F f, int offset, int count, int flags) {
    return of(f)->xShmLock(inner(f), offset, count, flags);
  };
  m.xShmBarrier = [](F f) { of(f)->xShmBarrier(inner(f)); };
  m.xShmUnmap = [](F f, int erase) { return of(f)->xShmUnmap(inner(f), erase); };
  return m;
}

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  static const sqlite3_io_methods methods = file_methods();
  file->pMethods = nullptr;
  const bool to_write = (flags & SQLITE_OPEN_READWRITE) != 0;
  return unless_failing(to_write ? Operation::open_to_write : Operation::open, [&] {
    const int code = real->xOpen(real, name, inner(file), flags, out_flags);
    if (inner(file)->pMethods != nullptr) file->pMethods = &methods;
    return code;
  });
}

}  // namespace

FailingDisk::FailingDisk() {
  real = sqlite3_vfs_find(nullptr);
  vfs = *real;
  vfs.zName = "failing";
  vfs.pNext = nullptr;
  vfs.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = [](sqlite3_vfs*, const char* name, int flush) {
    return real->xDelete(real, name, flush);
  };
  vfs.xAccess = [](sqlite3_vfs*, const char* name, int flags, int* out) {
    return real->xAccess(real, name, flags, out);
  };
  vfs.xFullPathname = [](sqlite3_vfs*, const char* name, int size, char* out) {
    return real->xFullPathname(real, name, size, out);
  };
  heal();
  sqlite3_vfs_register(&vfs, 1);
}

FailingDisk::~FailingDisk() {
  sqlite3_vfs_unregister(&vfs);
  sqlite3_vfs_register(real, 1);
}

void FailingDisk::fail(Fault fault, int after) {
  state.fault = fault;
  state.left = after;
  state.failures = 0;
  state.failing = true;
}

void FailingDisk::heal() { state.failing = false; }

int FailingDisk::failures() const { return state.failures; }

}  // namespace tests
