#pragma once

namespace tests {

/// A disk that fails on command, for every SQLite file of this process: SQLite's own way to be
/// tested, a VFS in front of the real one. While a FailingDisk lives it is the default; only one
/// may live at a time. Thread-safe.
class FailingDisk {
 public:
  enum class Fault {
    full,         ///< writes: SQLITE_FULL
    read_only,    ///< opening to write, and writes: as on a disk mounted read-only
    flush,        ///< fsync: SQLITE_IOERR_FSYNC
    unreachable,  ///< every read, write, flush, lock and opening: SQLITE_IOERR
  };

  FailingDisk();
  ~FailingDisk();  ///< every file opened through it is closed by then
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  /// From the `after`-th operation of that kind on (0: the next one) all of them fail.
  void fail(Fault fault, int after = 0);
  void heal();
  /// How many operations failed since fail().
  int failures() const;
};

}  // namespace tests
