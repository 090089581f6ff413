// doctest's main, with one thing added: a run that finds no test fails. ctest starts each test by its title, and
// a title it cannot pass on (one with a semicolon) would otherwise count as passed without having run.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

namespace {

bool found_none = false;

struct Count : doctest::IReporter {
  explicit Count(const doctest::ContextOptions &) {}
  void report_query(const doctest::QueryData &) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats &run) override { found_none = run.numTestCasesPassingFilters == 0; }
  void test_case_start(const doctest::TestCaseData &) override {}
  void test_case_reenter(const doctest::TestCaseData &) override {}
  void test_case_end(const doctest::CurrentTestCaseStats &) override {}
  void test_case_exception(const doctest::TestCaseException &) override {}
  void subcase_start(const doctest::SubcaseSignature &) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData &) override {}
  void log_message(const doctest::MessageData &) override {}
  void test_case_skipped(const doctest::TestCaseData &) override {}
};

REGISTER_LISTENER("count", 1, Count);

} // namespace

int main(int argc, char **argv) {
  doctest::Context context(argc, argv);
  const int result = context.run();
  return context.shouldExit() || !found_none ? result : 1;
}
