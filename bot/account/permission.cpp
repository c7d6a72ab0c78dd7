#include "bot/account/permission.h"

#include <algorithm>

namespace bot {
namespace {

constexpr std::array<std::string_view, kPermissions.size()> kPermissionNames = {
    "open",         "signed_in",    "read_queue",   "work_queue",      "take_over",
    "read_transcript", "export_leads", "read_reports", "edit_content", "manage_accounts",
    "read_audit"};

constexpr std::array<std::string_view, kRoles.size()> kRoleNames = {"coordinator", "admin",
                                                                    "editor"};

constexpr std::array kScopes = {Permission::read_queue, Permission::work_queue,
                                Permission::read_transcript, Permission::export_leads,
                                Permission::read_reports};

}  // namespace

std::string_view name_of(Permission permission) {
  return kPermissionNames.at(static_cast<std::size_t>(permission));
}

Permissions::Permissions(std::initializer_list<Permission> granted) : Permissions() {
  for (const auto permission : granted) grant(permission);
}

std::vector<std::string> Permissions::names() const {
  std::vector<std::string> names;
  for (const auto permission : kPermissions)
    if (permission != Permission::open && has(permission)) names.emplace_back(name_of(permission));
  return names;
}

std::string_view name_of(Role role) { return kRoleNames.at(static_cast<std::size_t>(role)); }

std::optional<Role> role_of(std::string_view name) {
  const auto found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  if (found == kRoleNames.end()) return std::nullopt;
  return kRoles.at(static_cast<std::size_t>(found - kRoleNames.begin()));
}

const Permissions& permissions_of(Role role) {
  static const Permissions coordinator = {Permission::signed_in, Permission::read_queue,
                                          Permission::work_queue, Permission::read_transcript,
                                          Permission::read_reports};
  static const Permissions editor = {Permission::signed_in, Permission::read_reports,
                                     Permission::edit_content};
  static const Permissions admin = [] {
    Permissions all;
    for (const auto permission : kPermissions) all.grant(permission);
    return all;
  }();
  switch (role) {
    case Role::coordinator: return coordinator;
    case Role::admin: return admin;
    case Role::editor: return editor;
  }
  return editor;
}

std::optional<Permission> scope_of(std::string_view name) {
  for (const auto scope : kScopes)
    if (name_of(scope) == name) return scope;
  return std::nullopt;
}

std::vector<std::string> scope_names() {
  std::vector<std::string> names;
  for (const auto scope : kScopes) names.emplace_back(name_of(scope));
  return names;
}

}  // namespace bot
