// Making a store: whole beside its place, then put there; so it is there with all of its first entries or not at all.
#include <filesystem>

#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "store/connection.h"
#include "store/draft.h"
#include "store/file_system.h"
#include "store/inside.h"
#include "store/key_text.h"
#include "store/readers.h"
#include "store/schema.h"

namespace mediasi {

namespace {

Entry house_entry(std::string act, Row fields, const Genesis &genesis, Instant now, const std::string &typed) {
  return {.seq = 0,
          .case_number = std::string(house),
          .act = std::move(act),
          .step = {},
          .on = Clock{now, genesis.zone}.moment(),
          .recorded = now,
          .by = typed,
          .typed = typed,
          .rules = {},
          .correction = Correction::none,
          .target = 0,
          .facts = {.fields = std::move(fields), .groups = {}},
          .sealed_paths = {}};
}

// Whatever stands in a draft, it goes away with it.
void commit_draft(Store &fresh) {
  try {
    fresh.commit();
  } catch (const Error &error) {
    std::vector<Problem> problems = error.problems();
    std::erase_if(problems, [](const Problem &problem) { return problem.code == Code::after_commit; });
    if (problems.front().code == Code::database_failed) {
      problems.front().hint = say("nothing was changed; check the disk and its cables, then try again");
    }
    throw Error(std::move(problems));
  }
}

} // namespace

Store Store::create(const std::string &path, Genesis &genesis, Instant now, const std::string &typed,
                    const std::function<void(Store &)> &fill, const Opening &opening) {
  umask(077);
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code failed;
  if (!folder.empty() && !std::filesystem::create_directories(folder, failed) && failed) {
    throw no_store_made(path, failed.value());
  }
  const std::string place = real_path(path);
  refuse_existing(place);
  refuse_network(std::filesystem::path(place).parent_path().string(), opening.network_allowed);

  Secret master = fresh_master();
  genesis.id = store_id_of(publics_of(master));
  StoreDraft draft(place, genesis.id);
  std::int64_t last = 0;
  {
    auto inside = std::make_unique<Inside>();
    inside->path = place;
    inside->access = Access::write;
    inside->database = connect(draft.path(), Connect::create, opening.wait);
    Store fresh(std::move(inside));
    fresh.begin();
    fresh.found(genesis, std::move(master), now, typed);
    if (fill) {
      fill(fresh);
    }
    last = fresh.inside_->running().head.seq;
    commit_draft(fresh);
  }
  draft.put_in_place();
  Store made = open(path, Access::write, opening);
  draft.keep();
  if (opening.committed) {
    opening.committed(last);
  }
  return made;
}

// The first entries: what the store is, and the two ways to its reader's secret.
void Store::found(Genesis &genesis, Secret master, Instant now, const std::string &typed) {
  const Publics publics = publics_of(master);
  append(house_entry("init",
                     {{"store", genesis.id},
                      {"format", std::to_string(newest_version())},
                      {"practice", genesis.practice ? "yes" : "no"},
                      {"office", genesis.office},
                      {"zone", std::string(zone_name(genesis.zone))},
                      {"read_key", to_hex(publics.read)},
                      {"sign_key", to_hex(publics.sign)}},
                     genesis, now, typed),
         {});
  FreshKey file = fresh_key_file(genesis.id, StoreId::of_its_keys);
  FreshKey recovery = fresh_recovery(genesis.id, StoreId::of_its_keys);
  inside_->reading.emplace(
      Unlocked{.unwrapper = Unwrapper(std::move(master)), .former = {}, .case_number = {}, .n = 0});
  const auto enter = [&](KeyKind kind, const FreshKey &fresh) {
    add_reader(*this, typed, reader_key(kind, fresh), house_entry("reader", {}, genesis, now, typed));
  };
  enter(KeyKind::file, file);
  enter(KeyKind::recovery, recovery);
  inside_->reading.reset();
  genesis.key_text = std::move(file.text);
  genesis.recovery_text = std::move(recovery.text);
}

} // namespace mediasi
