// What a refusal saw, for people. Programs get Problem::fact and the facts of explain as they are: their words are part
// of the contract and never translated.
#pragma once

#include <string>
#include <string_view>

namespace mediasi {

// "telaah = not done" -> "telaah = belum dilakukan"; names, days and numbers stay as they are
std::string fact_in_words(std::string_view fact);

} // namespace mediasi
