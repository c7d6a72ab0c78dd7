#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace knowledge {

/// 64-bit hashes of n-grams to indices: open addressing, at most half full.
class NgramTable {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

  /// Index of hashes[i] is i. REQUIRES: no two are equal.
  static NgramTable of(const std::vector<std::uint64_t>& hashes);

  std::uint32_t find(std::uint64_t hash) const {
    if (slots_.empty()) return kAbsent;
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.index == kAbsent || slot.hash == hash) return slot.index;
    }
  }

  /// By index; what of() needs to build the same table again.
  std::vector<std::uint64_t> hashes() const;

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t index = kAbsent;
  };
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::size_t size_ = 0;
};

/// A running hash of the bytes of an n-gram. Its low bits are well spread.
class NgramHash {
 public:
  explicit constexpr NgramHash(std::uint64_t seed) : state_(seed) {}

  constexpr void add(unsigned char byte) {
    state_ = (state_ ^ byte) * 0x9E3779B97F4A7C15ULL;
    state_ ^= state_ >> 29;
  }
  constexpr std::uint64_t value() const {
    const std::uint64_t mixed = (state_ ^ (state_ >> 32)) * 0xD6E8FEB86659FD93ULL;
    return mixed ^ (mixed >> 32);
  }

 private:
  std::uint64_t state_;
};

}  // namespace knowledge
