#include "knowledge/ngram_table.h"

#include <bit>

namespace knowledge {

NgramTable NgramTable::of(const std::vector<std::uint64_t>& hashes) {
  NgramTable table;
  table.size_ = hashes.size();
  table.slots_.resize(std::bit_ceil(hashes.size() * 2 + 2));
  table.mask_ = table.slots_.size() - 1;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    std::size_t at = hashes[i] & table.mask_;
    while (table.slots_[at].index != kAbsent) at = (at + 1) & table.mask_;
    table.slots_[at] = {hashes[i], static_cast<std::uint32_t>(i)};
  }
  return table;
}

std::vector<std::uint64_t> NgramTable::hashes() const {
  std::vector<std::uint64_t> hashes(size_);
  for (const Slot& slot : slots_)
    if (slot.index != kAbsent) hashes[slot.index] = slot.hash;
  return hashes;
}

}  // namespace knowledge
