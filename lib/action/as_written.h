// How a value is written, before what it says is looked at: with or without quotes, as a list, as true or false.
#pragma once

#include <optional>

#include "action/draft.h"
#include "base/error.h"
#include "model/field.h"

namespace mediasi {

// Nothing where a field of this kind may be written so.
std::optional<Problem> wrong_as_written(const FieldSpec &spec, const DraftValue &value);

} // namespace mediasi
