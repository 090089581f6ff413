// What must be so of every round of signatures and every copy, whatever an office's rules ask (spec 5): who signs, a
// reason for each refusal, a witness for each thumbprint, and copies of the text that was issued.
#pragma once

#include <vector>

#include "action/check.h"

namespace mediasi {

struct SigningAct {
  const CheckedAct &act; // of an amendment what it changes alone
  const Facts &standing; // with what stands already
  const CaseFile &file;
  const Place &place;
};
// Of the acts 'minutes', 'signature' and 'copies'; acts of an old register are taken as they are.
void check_signing(const SigningAct &signing, std::vector<Problem> &problems);

// Minutes that do not say who signs them: who took part, of whom their text asks for (signers of [[paper]]), and who
// signs for one of these. Nothing is put in where that is everybody who took part. Those they name: all of these, and
// none whose hand the text has no room for. `before`: what an amendment leaves as it was; null: no amendment.
void settle_signers(const Standard &standard, const Step &step, const CaseFile &file, const Facts *before,
                    const Place &place, CheckedAct &act, std::vector<Problem> &problems);

} // namespace mediasi
