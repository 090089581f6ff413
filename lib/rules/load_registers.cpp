// [[register]]: a book of letters that was begun on paper goes on from where it stood.
#include <algorithm>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

constexpr int most_letters = 100'000;

std::vector<std::string> books_of(const Standard &standard) {
  std::vector<std::string> books;
  for (const auto &paper : standard.papers)
    if (!is_one_of(paper.book(), books))
      books.push_back(paper.book());
  return books;
}

bool is_twice(const Standard &standard, const Register &book) {
  return std::any_of(standard.registers.begin(), standard.registers.end(),
                     [&](const Register &known) { return known.id == book.id && known.year == book.year; });
}

} // namespace

void load_registers(Reading &reading, Table &root) {
  const auto books = books_of(reading.standard);
  for (auto &table : root.tables("register")) {
    Register book;
    book.line = table.at().line;
    book.id = one_of(reading, table, "id", tr("register"), books, Need::required);
    book.year = table.number("year", 2000, 2999, Need::required).value_or(0);
    book.first = table.number("first", 1, most_letters, Need::required).value_or(1);
    table.done();
    if (is_twice(reading.standard, book))
      reading.source.complain(Code::duplicate_name, table.at(),
                              say("the register '{}' begins twice in {}", book.id, book.year),
                              tr("say it once for each year"));
    reading.standard.registers.push_back(std::move(book));
  }
}

} // namespace mediasi
