// What the office's own officers read: assessment, finding, plan, order, visits. People stand here by their initials.
#include <array>

#include "base/language.h"
#include "paper/field_tables.h"

namespace mediasi {

namespace {

using namespace field_tables;

constexpr std::array inner_table{
    // the case as it came
    text("received_on", inner, later("day the case was received")),
    text("received_how", inner, later("how the case came")),
    list("subjects", inner, later("the persons of the case, by their initials")),
    text("subject_label", inner, later("capacity of the person"), "subjects"),
    text("subject_initials", inner, later("initials of the person"), "subjects"),
    text("subject_note", inner, later("child or adult, sex, special needs"), "subjects"),
    list("matters", inner, later("what the case is about")),
    text("matter_text", inner, later("one matter, with day, place and police report"), "matters"),
    list("chronology", inner, later("what happened, paragraph by paragraph")),
    text("chronology_paragraph", inner, later("one paragraph"), "chronology"),
    // the assessment
    list("assessments", inner, later("the latest assessment of each party")),
    text("assessed_who", inner, later("side and initials of who was assessed"), "assessments"),
    text("assessed_on", inner, later("day of the assessment"), "assessments"),
    text("assessed_alone", inner, later("was asked alone"), "assessments"),
    text("assessed_willing", inner, later("is willing to take part"), "assessments"),
    text("assessed_pressure", inner, later("is under pressure"), "assessments"),
    text("assessed_threat", inner, later("there is an active threat"), "assessments"),
    text("assessed_order", inner, later("there is a protection order"), "assessments"),
    text("assessed_afraid", inner, later("is afraid in the same room, and what was arranged"), "assessments"),
    text("assessed_violence", inner, later("violence, by behaviour"), "assessments"),
    text("assessed_power", inner, later("balance of power between the sides"), "assessments"),
    text("assessed_needs", inner, later("special needs, and how the person communicates"), "assessments"),
    text("assessed_risk", inner, later("level of the risk"), "assessments"),
    text("assessed_reasons", inner, later("reasons for the risk"), "assessments"),
    text("assessed_instrument", inner, later("instrument and version"), "assessments"),
    text("assessed_summary", inner, later("summary of the assessment"), "assessments"),
    list("children", inner, later("the children among the parties, by their initials")),
    text("children_who", inner, later("side and initials of the child"), "children"),
    text("children_view", inner, later("whether the child's own view was heard"), "children"),
    // the finding
    text("finding", inner, later("the finding in words")),
    text("finding_on", inner, later("day of the finding")),
    text("finding_reasons", inner, later("reasons of the finding")),
    text("best_interest", inner, later("best-interest note of a child")),
    list("conditions", inner, later("conditions of the finding")),
    text("condition_text", inner, later("one condition"), "conditions"),
    text("condition_state", inner, later("whether the condition is met"), "conditions"),
    text("recommendation", inner, later("what follows from the finding")),
    // plan and order
    text("plan_on", inner, later("day of the plan")),
    text("plan_to", inner, later("to whom the plan was reported")),
    list("plan", inner, later("plan of the mediation, paragraph by paragraph")),
    text("plan_paragraph", inner, later("one paragraph"), "plan"),
    list("plan_report", inner, later("report on the assessment, paragraph by paragraph")),
    text("report_paragraph", inner, later("one paragraph"), "plan_report"),
    text("order_reason", inner, later("reason of the order")),
    // monitoring
    text("visit_number", inner, later("which visit")),
    text("visit_on", inner, later("day of the visit")),
    text("visit_since", inner, later("day from which the report counts")),
    text("visit_means", inner, later("how the visit was made")),
    text("visit_risk", inner, later("risk at the visit")),
    text("visit_violence", inner, later("new violence")),
    list("visit_notes", inner, later("what was seen, paragraph by paragraph")),
    text("visit_paragraph", inner, later("one paragraph"), "visit_notes"),
    text("visit_next", inner, later("next step")),
    list("clauses", inner, later("every clause and its state at the visit")),
    text("clause_number", inner, later("number of the clause"), "clauses"),
    text("clause_who", inner, later("side and initials of who has to do it"), "clauses"),
    text("clause_text", inner, later("what is to be done"), "clauses"),
    text("clause_state", inner, later("done, partly or not"), "clauses"),
    text("clause_proof", inner, later("the evidence"), "clauses"),
};

} // namespace

std::span<const TemplateField> inner_fields() {
  return inner_table;
}

} // namespace mediasi
