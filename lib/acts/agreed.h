// What an outcome and a later change of the agreement share: the rows of obligations and of waivers.
#pragma once

#include <span>

#include "model/casefile.h"
#include "model/field.h"

namespace mediasi {

std::span<const FieldSpec> obligation_fields();
std::span<const FieldSpec> waiver_fields(); // gate 3 asks each waiver per offence on file
Obligation obligation_in(const CaseFile &file, int session, const Row &row);

} // namespace mediasi
