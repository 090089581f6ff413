#include "rules/orders.h"

#include <algorithm>

namespace mediasi {

bool is_the_order(const Standard &standard, const Order &order) {
  const auto *step = standard.step(order.step);
  return !step || !step->initials;
}

const Order *latest_order(const Standard &standard, const CaseFile &file, std::string_view step) {
  const auto asked = [&](const Order &order) {
    return step.empty() ? is_the_order(standard, order) : order.step == step;
  };
  const auto found = std::find_if(file.orders.rbegin(), file.orders.rend(), asked);
  return found == file.orders.rend() ? nullptr : &*found;
}

} // namespace mediasi
