#include "store/checkpoint.h"

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "store/inside.h"
#include "store/minisign.h"
#include "store/rows.h"

namespace mediasi {

namespace {

constexpr std::string_view heading = "mediasi-checkpoint-1";
constexpr std::size_t most_lines = 100;

[[noreturn]] void refuse_checkpoint(const std::string &file, int line) {
  throw Error(Problem{.code = Code::bad_checkpoint,
                      .message = say("this is no checkpoint of mediasi"),
                      .hint = say("take the file that 'mediasi store checkpoint' wrote, unchanged"),
                      .place = {.file = file, .line = line}});
}

// "entry 57 3f2a..."
std::pair<std::int64_t, std::string> witness_in(const std::vector<std::string> &words, const std::string &file,
                                                int line) {
  const auto seq = words.size() == 3 && words[0] == "entry" ? parse_integer(words[1]) : std::nullopt;
  const auto hash = seq && *seq > 0 ? from_hex(words[2]) : std::nullopt;
  if (!hash || hash->size() != sizeof(Hash))
    refuse_checkpoint(file, line);
  return {*seq, words[2]};
}

} // namespace

Checkpoint checkpoint_of(const Store &store, Instant made) {
  Store::Inside &inside = store.inside();
  return inside.asking([&] {
    Checkpoint checkpoint{.store = inside.origin().id, .made = made, .entries = {}};
    const std::int64_t head = store.head().entries;
    for (std::int64_t back = 0; back < head; back = back == 0 ? 1 : 2 * back)
      if (const auto entry = raw_entry(inside, head - back))
        checkpoint.entries[entry->seq] = to_hex(entry->hash);
    return checkpoint;
  });
}

std::string text_of(const Checkpoint &checkpoint) {
  std::string text(heading);
  text += "\nstore " + checkpoint.store + "\nmade " + text_of(checkpoint.made) + "\n";
  for (auto entry = checkpoint.entries.rbegin(); entry != checkpoint.entries.rend(); ++entry)
    text += "entry " + std::to_string(entry->first) + " " + entry->second + "\n";
  return text;
}

Checkpoint read_checkpoint(std::string_view text, const std::string &file) {
  std::vector<std::string> lines = split(text, '\n');
  if (!lines.empty() && lines.back().empty())
    lines.pop_back();
  if (lines.size() < 4 || lines.size() > most_lines || lines[0] != heading)
    refuse_checkpoint(file, 1);
  const std::vector<std::string> store = split(lines[1], ' ');
  if (store.size() != 2 || store[0] != "store" || store[1].size() != 32 || !from_hex(store[1]))
    refuse_checkpoint(file, 2);
  const std::vector<std::string> made = split(lines[2], ' ');
  const auto instant = made.size() == 2 && made[0] == "made" ? parse_instant(made[1]) : std::nullopt;
  if (!instant)
    refuse_checkpoint(file, 3);
  Checkpoint checkpoint{.store = store[1], .made = *instant, .entries = {}};
  for (std::size_t at = 3; at < lines.size(); ++at)
    if (!checkpoint.entries.insert(witness_in(split(lines[at], ' '), file, static_cast<int>(at) + 1)).second)
      refuse_checkpoint(file, static_cast<int>(at) + 1);
  return checkpoint;
}

Checkpoint checkpoint_for(const Store &store, std::string_view text, std::string_view signature,
                          const std::string &file) {
  Checkpoint checkpoint = read_checkpoint(text, file);
  if (checkpoint.store != store.inside().asking([&] { return store.inside().origin().id; }))
    throw Error(Problem{.code = Code::other_store,
                        .message = say("the checkpoint is another store's"),
                        .hint = say("compare its line 'store' with 'mediasi store info'"),
                        .place = {.file = file}});
  if (!signed_by(store, checkpoint.head(), text, signature))
    throw Error(
        Problem{.code = Code::bad_signature,
                .message = say("the checkpoint is not signed by the key of this store"),
                .hint = say("one of the two was altered: check it with minisign and the public key you were given"),
                .place = {.file = file}});
  return checkpoint;
}

} // namespace mediasi
