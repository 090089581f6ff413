#include "judge/again.h"

#include <algorithm>

#include "judge/events.h"
#include "judge/guard_kind.h"
#include "rules/orders.h"

namespace mediasi {

namespace {

class Again {
public:
  Again(const Bench &bench, const CaseFile &file) : bench_(bench), file_(file), steps_(bench.standard.steps) {}

  bool asked(const Step &step) const { return asked(step, steps_.size()); }

private:
  // the depth ends a circle of steps that name each other
  bool asked(const Step &step, std::size_t depth) const {
    if (depth == 0 || step.repeat != Repeat::many)
      return false;
    if (sent_back(step)) // its own turn comes when what it returned was done anew
      return !before_it_is_asked(step);
    return std::any_of(steps_.begin(), steps_.end(), [&](const Step &later) {
      return &later != &step && (names(later, step) || returns_to(later, step)) && pending(later, depth - 1);
    });
  }

  bool pending(const Step &step, std::size_t depth) const {
    return first_time(step) || sent_back(step) || asked(step, depth);
  }

  bool first_time(const Step &step) const {
    return !step.optional && !step.always && times_done(file_, step.id) == 0 &&
           std::all_of(step.after.begin(), step.after.end(),
                       [&](const std::string &needed) { return has_happened(bench_, file_, needed); });
  }

  bool sent_back(const Step &step) const {
    const auto *latest = step.act == "order" ? latest_order(bench_.standard, file_, step.id) : nullptr;
    return latest && !latest->ordered;
  }

  // a guard of the later step wants this one's initials, and they are not there, or out of date
  bool names(const Step &later, const Step &step) const {
    return std::any_of(later.guards.begin(), later.guards.end(), [&](const Guard &guard) {
      if (guard.kind != "order_given" || guard.with.one("step") != step.id)
        return false;
      const Entry blank;
      return !guard_kind(guard.kind)->check({bench_, file_, blank, file_, guard}).passed;
    });
  }

  // what was sent back returns to the step before, until that is done anew
  bool returns_to(const Step &later, const Step &step) const {
    return step.repeat == Repeat::many && sent_back(later) &&
           std::find(later.after.begin(), later.after.end(), step.id) != later.after.end() &&
           last_done(file_, step.id) < last_done(file_, later.id);
  }

  bool before_it_is_asked(const Step &step) const {
    return std::any_of(steps_.begin(), steps_.end(), [&](const Step &before) { return returns_to(step, before); });
  }

  const Bench &bench_;
  const CaseFile &file_;
  const std::vector<Step> &steps_;
};

} // namespace

bool asked_again(const Bench &bench, const CaseFile &file, const Step &step) {
  return Again(bench, file).asked(step);
}

std::ptrdiff_t last_done(const CaseFile &file, std::string_view step) {
  const auto found = std::find_if(file.story.rbegin(), file.story.rend(),
                                  [&](const Happened &act) { return act.step == step && act.opens(); });
  return std::distance(found, file.story.rend()) - 1;
}

} // namespace mediasi
