#include "base/date.h"

#include <array>

#include <doctest/doctest.h>

#include "support/parsed_day.h"

using namespace mediasi;
using testing::parsed_day;
using std::string_view_literals::operator""sv;

TEST_CASE("good dates are read and written back as they were") {
  for (std::string_view text : {"1900-01-01", "2199-12-31", "2024-02-29", "2000-02-29", "2026-03-02", "2026-12-31"}) {
    CAPTURE(text);
    REQUIRE(parse_date(text));
    CHECK(text_of(*parse_date(text)) == text);
  }
}

TEST_CASE("anything else is not a date") {
  const std::array bad{""sv,
                       " "sv,
                       "2026"sv,
                       "2026-03"sv,
                       "2026-3-2"sv,
                       "2026-03-2"sv,
                       "2026-3-02"sv,
                       "+2026-03-02"sv,
                       "+2026-03-2"sv,
                       "-2026-03-02"sv,
                       "02026-03-02"sv,
                       "26-03-02"sv,
                       "2026-03-02 "sv,
                       " 2026-03-02"sv,
                       "2026-03-02\n"sv,
                       "2026-03-02\0"sv,
                       "2026 -03-02"sv,
                       "2026-03--2"sv,
                       "2026-+3-02"sv,
                       "2026-03-32"sv,
                       "2026-03-00"sv,
                       "2026-00-02"sv,
                       "2026-13-02"sv,
                       "2026-02-29"sv,
                       "2100-02-29"sv,
                       "1900-02-29"sv,
                       "2026-04-31"sv,
                       "2026-06-31"sv,
                       "2026-09-31"sv,
                       "2026-11-31"sv,
                       "1899-12-31"sv,
                       "2200-01-01"sv,
                       "9999-01-01"sv,
                       "0000-01-01"sv,
                       "2026/03/02"sv,
                       "02/03/2026"sv,
                       "02-03-2026"sv,
                       "20260302"sv,
                       "2026.03.02"sv,
                       "2026-W10-1"sv,
                       "2026-061"sv,
                       "2026-03-02T"sv,
                       "today"sv,
                       "2026-Mar-02"sv,
                       "２０２６-03-02"sv,
                       "2026-03-0२"sv,
                       "2026–03–02"sv,
                       "2026-03-02T09:00"sv,
                       "2026-0x-02"sv,
                       "2026-1e-02"sv};
  for (std::string_view text : bad) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a time of day is two digits, a colon, two digits") {
  CHECK(parse_time("00:00") == std::chrono::minutes{0});
  CHECK(parse_time("09:05") == std::chrono::minutes{545});
  CHECK(parse_time("23:59") == std::chrono::minutes{1439});
  CHECK(text_of(std::chrono::minutes{545}) == "09:05");
  for (std::string_view text : {"", "9:00", "09.00", "0900", "24:00", "23:60", "-1:00", "09:00:00", "09:0", " 09:00",
                                "09:00 ", "+9:00", "99:99", "９:00", "09:00Z", "9am"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_time(text));
  }
}

TEST_CASE("a moment is a day, with a time where one is written") {
  CHECK(parse_moment("2026-03-02") == Moment{parsed_day("2026-03-02"), std::nullopt});
  CHECK(parse_moment("2026-03-02T09:00") == Moment{parsed_day("2026-03-02"), std::chrono::minutes{540}});
  CHECK(text_of(Moment{parsed_day("2026-03-02"), std::chrono::minutes{0}}) == "2026-03-02T00:00");
  CHECK(text_of(Moment{parsed_day("2026-03-02"), std::nullopt}) == "2026-03-02");
  for (std::string_view text : {"", "T09:00", "2026-03-02T", "2026-03-02 09:00", "2026-03-02t09:00", "2026-03-02T24:00",
                                "2026-03-02T09:00Z", "2026-03-02T09:00:00", "2026-02-30T09:00", "2026-03-02T9:00",
                                "2026-03-02T09:00 ", "2026-03-0209:00", "2026-03-02TT09:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_moment(text));
  }
}

TEST_CASE("an instant carries seconds and an offset") {
  CHECK(text_of(parse_instant("2026-03-02T09:00:00Z").value()) == "2026-03-02T09:00:00Z");
  CHECK(text_of(parse_instant("2026-03-02T09:00:30+07:00").value()) == "2026-03-02T02:00:30Z");
  CHECK(text_of(parse_instant("2026-01-01T00:30:00+09:00").value()) == "2025-12-31T15:30:00Z");
  CHECK(text_of(parse_instant("2026-12-31T23:30:00-01:00").value()) == "2027-01-01T00:30:00Z");
  for (std::string_view text :
       {"", "2026-03-02", "2026-03-02T09:00", "2026-03-02T09:00Z", "2026-03-02T09:00:00", "2026-03-02T09:00:60Z",
        "2026-03-02T24:00:00Z", "2026-03-02T09:00:00z", "2026-03-02T09:00:00ZZ", "2026-03-02T09:00:00+7",
        "2026-03-02T09:00:00+0700", "2026-03-02T09:00:00+15:00", "2026-03-02T09:00:00+07:60", "2026-03-02T09:00:00 Z",
        "2026-03-02T09:00:00.5Z", "2026-02-29T09:00:00Z", "1772442000", "2026-03-02T09:00:00+"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_instant(text));
  }
}

TEST_CASE("a birth date may stop at the year or the month") {
  CHECK(parse_partial_date("2012") == PartialDate{2012, 0, 0});
  CHECK(parse_partial_date("2012-05") == PartialDate{2012, 5, 0});
  CHECK(parse_partial_date("2012-02-29") == PartialDate{2012, 2, 29});
  for (std::string_view text : {"2012", "2012-05", "2012-02-29"})
    CHECK(text_of(parse_partial_date(text).value()) == text);
  for (std::string_view text :
       {"", "12", "1899", "2200", "2012-", "2012-5", "2012-00", "2012-13", "2012-05-", "2012-05-1", "2013-02-29",
        "2012-00-01", "2012-00-00", "2012 ", "+201", "2012-05-xx", "2012-05 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_partial_date(text));
  }
}

TEST_CASE("the three zones are fixed offsets and spelt in capitals") {
  CHECK(parse_zone("WIB") == Zone::wib);
  CHECK(parse_zone("WITA") == Zone::wita);
  CHECK(parse_zone("WIT") == Zone::wit);
  for (std::string_view text : {"", "wib", "WIB ", "WITAA", "+07:00", "Asia/Jakarta"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_zone(text));
  }
}

TEST_CASE("the local day changes at local midnight, and back") {
  const Instant late = parse_instant("2026-03-01T16:59:59Z").value();
  CHECK(Clock{late, Zone::wib}.today() == parsed_day("2026-03-01"));
  CHECK(Clock{late, Zone::wita}.today() == parsed_day("2026-03-02"));
  CHECK(Clock{late + std::chrono::seconds{1}, Zone::wib}.moment() ==
        Moment{parsed_day("2026-03-02"), std::chrono::minutes{0}});
  CHECK(Clock{late, Zone::wit}.moment() == Moment{parsed_day("2026-03-02"), std::chrono::minutes{119}});
  CHECK(text_of(to_instant({parsed_day("2026-03-02"), std::chrono::minutes{0}}, Zone::wib)) == "2026-03-01T17:00:00Z");
  CHECK(text_of(to_instant({parsed_day("2026-03-02"), std::nullopt}, Zone::wit)) == "2026-03-01T15:00:00Z");
  for (Zone zone : {Zone::wib, Zone::wita, Zone::wit}) {
    const Moment moment{parsed_day("2026-12-31"), std::chrono::minutes{1439}};
    CHECK(Clock{to_instant(moment, zone), zone}.moment() == moment);
  }
}

TEST_CASE("days are counted over month ends, leap days and centuries") {
  CHECK(plus_days(parsed_day("2026-02-27"), 2) == parsed_day("2026-03-01"));
  CHECK(plus_days(parsed_day("2024-02-27"), 2) == parsed_day("2024-02-29"));
  CHECK(plus_days(parsed_day("2026-01-01"), -1) == parsed_day("2025-12-31"));
  CHECK(days_between(parsed_day("2100-02-28"), parsed_day("2100-03-01")) == 1);
  CHECK(days_between(parsed_day("2026-03-02"), parsed_day("2026-03-02")) == 0);
  CHECK(days_between(parsed_day("2026-03-02"), parsed_day("2026-03-01")) == -1);
  CHECK(iso_weekday(parsed_day("2026-03-02")) == 1);
  CHECK(iso_weekday(parsed_day("2026-03-08")) == 7);
}

TEST_CASE("a person is a year older on the birthday, the leap child on 1 March") {
  CHECK(age_on(parsed_day("2008-03-02"), parsed_day("2026-03-01")) == 17);
  CHECK(age_on(parsed_day("2008-03-02"), parsed_day("2026-03-02")) == 18);
  CHECK(age_on(parsed_day("2008-02-29"), parsed_day("2026-02-28")) == 17);
  CHECK(age_on(parsed_day("2008-02-29"), parsed_day("2026-03-01")) == 18);
  CHECK(age_on(parsed_day("2008-02-29"), parsed_day("2028-02-29")) == 20);
  CHECK(age_on(parsed_day("2026-03-02"), parsed_day("2026-03-02")) == 0);
}

TEST_CASE("of a birth date known in part, the youngest age takes the latest day and the oldest the earliest") {
  const Date day = parsed_day("2026-06-15");
  CHECK(youngest_age_on({2008, 0, 0}, day) == 17);
  CHECK(oldest_age_on({2008, 0, 0}, day) == 18);
  CHECK(youngest_age_on({2008, 6, 0}, day) == 17);
  CHECK(oldest_age_on({2008, 6, 0}, day) == 18);
  CHECK(youngest_age_on({2008, 5, 0}, day) == 18);
  CHECK(youngest_age_on({2008, 6, 15}, day) == 18);
  CHECK(youngest_age_on({2008, 6, 16}, day) == 17);
  CHECK(youngest_age_on({2008, 2, 0}, parsed_day("2026-02-28")) == 17); // the latest day of February 2008 is the 29th
  CHECK(youngest_age_on({2026, 0, 0}, day) == 0);
}
