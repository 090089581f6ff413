#include "paper/dossier_page.h"

#include <kainjow/mustache.hpp>

#include "base/language.h"
#include "base/text.h"
#include "paper/labels.h"
#include "paper/paper.h"
#include "paper/printable.h"
#include "paper/shield.h"

namespace mediasi {

namespace {

using kainjow::mustache::data;

void put(data &row, const std::string &name, std::string_view text) {
  const auto clean = printable(text);
  row.set(name, clean.empty() ? data(false) : data(clean));
}

std::string day(const std::optional<Date> &date) {
  return date ? long_date(*date) : std::string();
}

std::string moment_text(const Moment &moment, Zone zone) {
  const auto text = long_date(moment.day);
  return moment.time ? text + ", " + clock_time(*moment.time, zone) : text;
}

// a day as a person writes it; any other text as it is
std::string moment_text(const std::string &iso, Zone zone) {
  const auto moment = parse_moment(iso);
  return moment ? moment_text(*moment, zone) : iso;
}

// a story keeps its paragraphs
data lines_of(const std::string &text) {
  data lines(data::type::list);
  for (const auto &line : split(text, '\n')) {
    data row;
    put(row, "line", line);
    if (!printable(line).empty())
      lines.push_back(row);
  }
  return lines;
}

data facts_of(const std::vector<DossierFact> &facts, Zone zone) {
  data list(data::type::list);
  for (const auto &fact : facts) {
    data row;
    put(row, "label", capitalised(fact.label));
    row.set("lines", lines_of(moment_text(fact.value, zone)));
    list.push_back(row);
  }
  return list;
}

data people_of(const Dossier &dossier, Zone zone) {
  data list(data::type::list);
  for (const auto &person : dossier.people) {
    data row;
    put(row, "person_id", person.id);
    put(row, "person_side", capitalised(person.side));
    put(row, "person_name", person.name);
    row.set("person_facts", facts_of(person.facts, zone));
    list.push_back(row);
  }
  return list;
}

data entries_of(const Dossier &dossier, Zone zone) {
  data list(data::type::list);
  for (const auto &entry : dossier.entries) {
    data row, remarks(data::type::list);
    put(row, "entry_number", std::to_string(entry.number));
    put(row, "entry_title", capitalised(entry.title));
    put(row, "entry_on", moment_text(entry.on, zone));
    put(row, "entry_recorded", moment_text(entry.recorded, zone));
    put(row, "entry_by", entry.by);
    put(row, "entry_typed", entry.typed);
    row.set("entry_void", !entry.counts);
    row.set("entry_late", entry.late);
    row.set("entry_facts", facts_of(entry.facts, zone));
    row.set("entry_sealed", facts_of(entry.sealed, zone));
    for (const auto &text : entry.remarks) {
      data remark;
      put(remark, "remark", capitalised(text));
      remarks.push_back(remark);
    }
    row.set("remarks", remarks);
    list.push_back(row);
  }
  return list;
}

data papers_of(const Dossier &dossier) {
  data list(data::type::list);
  for (const auto &paper : dossier.papers) {
    data row;
    put(row, "paper_entry", std::to_string(paper.entry));
    put(row, "paper_title", paper.title + " " + paper.serial);
    put(row, "paper_number", paper.number);
    put(row, "paper_to", paper.to);
    put(row, "paper_issued", day(paper.issued));
    put(row, "paper_hash", paper.hash);
    row.set("paper_void", !paper.counts);
    list.push_back(row);
  }
  return list;
}

data files_of(const Dossier &dossier) {
  data list(data::type::list);
  for (const auto &file : dossier.files) {
    data row;
    put(row, "file_entry", std::to_string(file.entry));
    put(row, "file_number", std::to_string(file.number));
    put(row, "file_kind", file.kind);
    put(row, "file_size", file.bytes ? std::to_string(*file.bytes) : std::string());
    put(row, "file_hash", file.hash);
    list.push_back(row);
  }
  return list;
}

std::string days_text(const DossierDeadline &deadline) {
  if (deadline.unit != "day" && deadline.unit != "working_day")
    return {};
  auto text = std::to_string(deadline.net) + (deadline.unit == "day" ? " hari" : " hari kerja");
  if (deadline.gross != deadline.net)
    text += " (" + std::to_string(deadline.gross) + " dengan jeda)";
  return text;
}

data deadlines_of(const Dossier &dossier, Zone zone) {
  data list(data::type::list);
  for (const auto &deadline : dossier.deadlines) {
    data row;
    put(row, "deadline_title", deadline.title);
    put(row, "deadline_start", moment_text(deadline.start, zone));
    put(row, "deadline_due", moment_text(deadline.due, zone));
    put(row, "deadline_ended", moment_text(deadline.ended, zone));
    put(row, "deadline_days", days_text(deadline));
    list.push_back(row);
  }
  return list;
}

void put_cover(data &all, const Dossier &dossier, const Standard &standard) {
  const Zone zone = standard.office.zone;
  put(all, "office_parent", standard.office.parent);
  put(all, "office_name", standard.office.name);
  put(all, "office_unit", standard.office.unit);
  put(all, "office_address", standard.office.address);
  put(all, "office_phone", standard.office.phone);
  put(all, "office_website", without_scheme(standard.office.website));
  put(all, "service_title", standard.printed.title);
  put(all, "case_number", dossier.number);
  put(all, "initials", dossier.initials);
  put(all, "received", moment_text(dossier.received, zone));
  put(all, "complete", day(dossier.complete));
  put(all, "stage", capitalised(dossier.stage));
  put(all, "closed", day(dossier.closed));
  put(all, "closed_why", dossier.closed_why);
  put(all, "erased", moment_text(dossier.erased, zone));
  put(all, "as_of", moment_text(dossier.as_of, zone));
  put(all, "last_entry", std::to_string(dossier.last_entry));
  put(all, "head_code", dossier.head_code);
  put(all, "rules_hash", dossier.rules);
  put(all, "service_days", dossier.service_days ? std::to_string(*dossier.service_days) : std::string());
  all.set("practice", dossier.practice);
}

std::string dossier_foot(const Dossier &dossier) {
  return "@page { @bottom-left { content: " + css_string("Berkas " + dossier.number + " · " + dossier.head_code) +
         "; } }\n";
}

} // namespace

std::string compose_dossier(const Dossier &dossier, const Standard &standard, const Templates &templates) {
  const auto source =
      source_with_parts(std::string(dossier_template), template_of(templates, dossier_template), templates);
  const auto &stylesheet = template_of(templates, "paper.css");
  auto problems = check_dossier_template(source);
  for (auto &problem : check_stylesheet(plain_source("paper.css", stylesheet)))
    problems.push_back(std::move(problem));
  throw_if_any(std::move(problems));

  data all;
  put_cover(all, dossier, standard);
  all.set("people", people_of(dossier, standard.office.zone));
  all.set("entries", entries_of(dossier, standard.office.zone));
  all.set("papers", papers_of(dossier));
  all.set("files", files_of(dossier));
  all.set("deadlines", deadlines_of(dossier, standard.office.zone));
  kainjow::mustache::mustache page{source.text};
  if (!page.is_valid())
    throw Error({.code = Code::bad_template,
                 .message = say("template '{}' cannot be read: {}", dossier_template, page.error_message()),
                 .hint = say("check its tags")});
  auto text = page.render(all);
  text.erase(0, text.find_first_not_of(" \t\r\n"));
  // the template's own style comes last: it is about this paper alone
  const auto style = std::min(text.find("<style>"), text.find("</head>"));
  text.insert(style, "<style>\n" + stylesheet + "\n" + dossier_foot(dossier) + "</style>\n");
  return text;
}

} // namespace mediasi
