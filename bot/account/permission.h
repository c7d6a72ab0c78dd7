#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot {

/// What a route asks of the one who calls it. Every route declares exactly one.
enum class Permission {
  open,             ///< nobody has to be known
  signed_in,        ///< a person's own session and password: every account, no machine
  read_queue,       ///< lists and cards of callbacks
  work_queue,       ///< claim, log attempts, change, merge
  take_over,        ///< a callback that somebody else holds
  read_transcript,  ///< what was said in the chat
  export_leads,
  read_reports,     ///< figures, and questions that had no answer
  edit_content,     ///< drafts of topics
  manage_accounts,
  read_audit,
};

inline constexpr std::array kPermissions = {
    Permission::open,         Permission::signed_in,       Permission::read_queue,
    Permission::work_queue,   Permission::take_over,       Permission::read_transcript,
    Permission::export_leads, Permission::read_reports,    Permission::edit_content,
    Permission::manage_accounts, Permission::read_audit};

/// "read_queue": in the API, the documents and the scopes of tokens.
std::string_view name_of(Permission permission);

/// What somebody may do. Permission::open is in every set.
class Permissions {
 public:
  Permissions() { bits_.set(0); }
  Permissions(std::initializer_list<Permission> granted);

  bool has(Permission permission) const { return bits_.test(static_cast<std::size_t>(permission)); }
  void grant(Permission permission) { bits_.set(static_cast<std::size_t>(permission)); }
  std::vector<std::string> names() const;  ///< without "open", in the order of the enumeration

 private:
  std::bitset<kPermissions.size()> bits_;
};

enum class Role { coordinator, admin, editor };

inline constexpr std::array kRoles = {Role::coordinator, Role::admin, Role::editor};

std::string_view name_of(Role role);
std::optional<Role> role_of(std::string_view name);

/// A coordinator works the queue; an editor writes answers and sees no personal data; an admin may
/// do all that there is.
const Permissions& permissions_of(Role role);

/// What a token may be given: what a machine can do for a coordinator, by the permission's name.
/// Nothing where there is no such scope: accounts and the audit are for people.
std::optional<Permission> scope_of(std::string_view name);
std::vector<std::string> scope_names();

}  // namespace bot
