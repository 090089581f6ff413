// Guards and an office's own fields in a rules file.
#include <doctest/doctest.h>

#include "support/spoiled.h"

using namespace mediasi;
using test::check_each;

TEST_CASE("guards are checked") {
  const std::string guard = "kind = \"assessed\"\nwho = \"both\"\n";
  check_each({
      {"kind = \"assessed\"", "kind = \"asessed\"", Code::unknown_name, "asessed", "write 'assessed'"},
      {"who = \"both\"\n", "", Code::missing_key, "[[step.guard]]", "who"},
      {"who = \"both\"", "who = \"everybody\"", Code::unknown_name, "everybody", "both"},
      {"who = \"both\"", "who = [\"both\", \"respondent\"]", Code::bad_guard, "who = ", ""},
      {"who = \"both\"", "who = \"both\"\ndays = 3", Code::unknown_key, "days", ""},
      {"because = \"Standar langkah 2\"\n", "", Code::missing_key, "[[step.guard]]", "because"},
      {"says = \"belum diperiksa\"\n", "", Code::missing_key, "[[step.guard]]", "says"},
      {"who = \"both\"", "who = \"both\"\nseverity = \"warn\"", Code::bad_guard, "[[step.guard]]", "accept_by"},
      {"who = \"both\"", "who = \"both\"\naccept_by = \"kepala\"", Code::bad_guard, "accept_by", "warn"},
      {"who = \"both\"", "who = \"both\"\nseverity = \"warn\"\naccept_by = \"bos\"", Code::unknown_name, "bos", ""},
      {"who = \"both\"", "who = \"both\"\nseverity = \"hint\"", Code::not_a_choice, "hint", "warn"},
      {"who = \"both\"", "who = \"both\"\nid = \"statute.1.sexual_adult\"", Code::gate_dropped, "statute.1",
       "another id"},
      {"who = \"both\"", "who = \"both\"\nonly = [\"finding\"]", Code::bad_guard, "only", "only = "},
      {"who = \"both\"", "who = \"both\"\nonly = [\"finding:good\"]", Code::unknown_name, "only", "fit"},
      {"who = \"both\"", "who = \"both\"\nonly = [\"outcome:agreed\"]", Code::unknown_name, "only", ""},
      {guard, "kind = \"happened\"\nstep = [\"lapr\"]\n", Code::unknown_name, "lapr", "write 'lapor'"},
      {guard, "kind = \"happened\"\nstep = []\n", Code::bad_value, "step = []", ""},
      {guard, "kind = \"at_most\"\nstep = \"nilai\"\nn = -1\n", Code::bad_value, "n = -1", ""},
      {guard, "kind = \"at_most\"\nstep = \"nilai\"\nn = 2.5\n", Code::wrong_type, "n = 2.5", ""},
      {guard, "kind = \"at_most\"\nstep = \"nilai\"\nn = 36501\n", Code::bad_value, "n = 36501", ""},
      {guard, "kind = \"field_is\"\nfield = \"findin\"\nis = \"fit\"\n", Code::unknown_name, "findin\"",
       "write 'finding'"},
      {guard, "kind = \"field_is\"\nfield = \"finding\"\nis = \"great\"\n", Code::unknown_name, "great", "fit"},
      {guard, "kind = \"finding_is\"\nis = [\"fit\", \"fine\"]\n", Code::unknown_name, "fine", ""},
      {guard, "kind = \"consent_given\"\nwho = \"both\"\npurpose = \"medition\"\n", Code::unknown_name, "medition",
       "write 'mediation'"},
      {guard, "kind = \"within\"\ndeadline = \"tangap\"\n", Code::unknown_name, "tangap", "write 'tanggap'"},
      {guard, "kind = \"requirement_in\"\nrequirement = \"kk\"\n", Code::unknown_name, "\"kk\"", "ktp"},
      {guard, "kind = \"reported\"\nwhat = \"plan\"\nto = \"bupati\"\n", Code::unknown_name, "bupati", "kepala"},
      {guard, "kind = \"matter_class_not\"\nclasses = \"crime\"\n", Code::unknown_name, "crime", "civil"},
      {guard, "kind = \"order_given\"\n", Code::unreachable, "[[step.guard]]", "records the act 'order'"},
      {"says = \"belum diperiksa\"\n",
       "says = \"a\"\n[[step.guard]]\nkind = \"assessed\"\nwho = \"both\"\nbecause = \"x\"\nsays = \"b\"\n",
       Code::duplicate_name, "[[step.guard]]\nkind = \"assessed\"\nwho = \"both\"\nbecause = \"x\"", "id of its own"},
  });
}

TEST_CASE("an office's own fields are checked") {
  const auto field = [](const std::string &rest) { return "repeat = \"many\"\n[[step.field]]\n" + rest; };
  check_each({
      {"repeat = \"many\"", field("name = \"wilayah\"\nlabel = \"Wilayah\"\nkind = \"choise\""), Code::unknown_name,
       "choise", "write 'choice'"},
      {"repeat = \"many\"", field("name = \"wilayah\"\nlabel = \"Wilayah\"\nkind = \"choice\""), Code::missing_key,
       "kind = \"choice\"", "choices"},
      {"repeat = \"many\"",
       field("name = \"wilayah\"\nlabel = \"W\"\nkind = \"text\"\nchoices = [{ id = \"a\", label = \"A\" }]"),
       Code::bad_value, "choices = ", ""},
      {"repeat = \"many\"", field("name = \"finding\"\nlabel = \"W\"\nkind = \"text\""), Code::duplicate_name,
       "name = \"finding\"", "another name"},
      {"repeat = \"many\"", field("name = \"ibu\"\nlabel = \"Nama ibu\"\nkind = \"name\""), Code::bad_value,
       "kind = \"name\"", "sealed = true"},
      {"repeat = \"many\"", field("name = \"x\"\nlabel = \"X\"\nkind = \"text\"\nneed = \"always\""),
       Code::not_a_choice, "need = \"always\"\n[[step.guard]]", "required"},
      {"repeat = \"many\"", field("name = \"x\"\nkind = \"text\""), Code::missing_key, "[[step.field]]", "label"},
      {"repeat = \"many\"",
       field("name = \"x\"\nlabel = \"X\"\nkind = \"choice\"\nchoices = [{ id = \"a\", label = \"A\" }, { id = \"a\", "
             "label = \"B\" }]"),
       Code::duplicate_name, "choices = ", ""},
  });
}
