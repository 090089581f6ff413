// The formats, one file each. Every answer has every format but ics, so that no answer is lost after a commit.
#pragma once

#include <string>

#include "render/render.h"

namespace mediasi {

std::string as_text(const Answer &answer, const Screen &screen);
std::string as_json(const Answer &answer, const Screen &screen);
std::string as_csv(const Answer &answer, const Screen &screen);
std::string as_ics(const Answer &answer, const Screen &screen); // reports with events alone: Error(format_refused)

// what a writing command did, for people (act.cpp)
std::string act_as_text(const ActAnswer &act, const Screen &screen);

// why steps are closed and how days were counted, for people (explain.cpp)
std::string explain_as_text(const ExplainAnswer &answer, const Screen &screen);

// one problem as one line of JSON (json.cpp)
std::string problem_as_json(const Problem &problem, const Screen &screen);

// a cell in the spelling of every format: ISO days, plain integers, "" for nothing; yes and no in words of the program
std::string plain_text(const Cell &cell);

// bold where the screen takes it
std::string emphasised(std::string_view text, const Screen &screen);

} // namespace mediasi
