// Names as they are searched: spellings that are one name, and names that are two.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "model/name_forms.h"
#include "model/spelling.h"

using namespace mediasi;

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array one_name{
    // old and new spelling
    Pair{"Soekarjo", "Sukaryo"},
    Pair{"Djoko", "Joko"},
    Pair{"Tjahjono", "Cahyono"},
    Pair{"Jusuf", "Yusuf"},
    Pair{"Soetjipto", "Sucipto"},
    Pair{"Boedi", "Budi"},
    Pair{"Moeljono", "Mulyono"},
    Pair{"Widjaja", "Wijaya"},
    Pair{"Soejitno", "Suyitno"},
    Pair{"Sjahrir", "Syahrir"},
    Pair{"Njoman", "Nyoman"},
    Pair{"Koesnadi", "Kusnadi"},
    Pair{"Noerhajati", "Nurhayati"},
    Pair{"Wahjoedi", "Wahyudi"},
    Pair{"Soedjarwo", "Sujarwo"},
    Pair{"Tjokro", "Cokro"},
    Pair{"Andjani", "Anjani"},
    Pair{"Djaja", "Jaya"},
    Pair{"Wajan", "Wayan"},
    // Arabic names by ear
    Pair{"Achmad", "Ahmad"},
    Pair{"Akhmat", "Ahmad"},
    Pair{"Mohammad", "Muhammad"},
    Pair{"Moehammad", "Muhamad"},
    Pair{"Mochamad", "Muhammad"},
    Pair{"Mukhamad", "Mohamad"},
    Pair{"Muhamat", "Muhammed"},
    Pair{"Moch. Rizki", "Muhammad Rizki"},
    Pair{"M. Rizki", "Mohamad Rizki"},
    Pair{"Muh. Rizki", "Md Rizki"},
    Pair{"Muhammad Rizki", "Rizki"},
    Pair{"Abdul Rachman", "Abdurrahman"},
    Pair{"Abdurrochman", "Abdul Rahman"},
    Pair{"Abd. Rahman", "Abdur Rohman"},
    Pair{"Abdulaziz", "Abdul Azis"},
    Pair{"Abdussalam", "Abdus Salam"},
    Pair{"Abdul Hamid", "Abdulhamid"},
    Pair{"Abdullah", "Abdulloh"},
    Pair{"Chairul", "Khoirul"},
    Pair{"Hairul", "Khaerul"},
    Pair{"Rizki", "Rizqy"},
    Pair{"Riski", "Rijki"},
    Pair{"Zaenal", "Jainal"},
    Pair{"Zulaikha", "Julaeha"},
    Pair{"Faisal", "Faizal"},
    Pair{"Aziz", "Ajis"},
    Pair{"Fauzi", "Pauji"},
    Pair{"Syarif", "Sarip"},
    Pair{"Sjarief", "Syarif"},
    Pair{"Fatimah", "Patima"},
    Pair{"Utsman", "Oesman"},
    Pair{"Dzulfikar", "Zulfikar"},
    Pair{"Taufik", "Taufiq"},
    Pair{"Iqbal", "Ikbal"},
    Pair{"Ramadhan", "Romadlon"},
    Pair{"Ridho", "Ridlo"},
    Pair{"Soleh", "Sholeh"},
    Pair{"Saleh", "Sholih"},
    Pair{"Aisyah", "Aisha"},
    Pair{"Aisjah", "Aisah"},
    Pair{"Khusnul", "Chusnul"},
    Pair{"Annisa", "Anisah"},
    Pair{"Khoirunnisa'", "Khairunisa"},
    Pair{"Ma'ruf", "Maruf"},
    Pair{"Ma\u2019ruf", "Ma'ruf"},
    Pair{"Nur Aini", "Nuraeni"},
    Pair{"Nurjannah", "Nur Janah"},
    Pair{"Husein", "Husain"},
    // y and i, silent h, double letters, endings
    Pair{"Prasetyo", "Prasetijo"},
    Pair{"Prasetio", "Prasetiyo"},
    Pair{"Mulyadi", "Muliadi"},
    Pair{"Fitri", "Vitry"},
    Pair{"Novi", "Nopi"},
    Pair{"Yudhi", "Yudi"},
    Pair{"Arief", "Arif"},
    Pair{"Arip", "Arif"},
    Pair{"Dyah", "Diah"},
    Pair{"Riyan", "Ryan"},
    Pair{"Tukiyem", "Tukijem"},
    Pair{"Suwarno", "Suarno"},
    Pair{"Maulana", "Mawlana"},
    Pair{"Yakub", "Yaqup"},
    Pair{"Christina", "Kristina"},
    Pair{"Elizabeth", "Elisabet"},
    Pair{"Putri", "Puteri"},
    Pair{"Sriwahyuni", "Sri Wahyuni"},
    Pair{"Aminah Siti", "Siti Aminah"},
    // marks, cases, signs
    Pair{"SITI AMINAH", "siti aminah"},
    Pair{"\u00c9lise", "Elise"},
    Pair{"\uff33\uff49\uff54\uff49", "Siti"},
    Pair{"Siti-Aminah", "Siti Aminah"},
    Pair{"  Siti   Aminah ", "Siti\tAminah"},
    // titles, degrees, fathers, other names
    Pair{"Hj. Siti Aminah", "Siti Aminah"},
    Pair{"Drs. H. Budi Santoso, M.Si.", "Budi Santoso"},
    Pair{"dr. Rina Wati, S.H.", "Rina Wati"},
    Pair{"Rr. Sri Lestari", "Sri Lestari"},
    Pair{"Raden Ajeng Kartini", "Ajeng Kartini"},
    Pair{"Alm. Sukardi", "Sukardi"},
    Pair{"Siti Aminah Hj.", "Siti Aminah"},
    Pair{"Bapak Suparman", "Suparman"},
    Pair{"Sdri. Tutik", "Ny. Tutik"},
    Pair{"An. Dimas", "Dimas"},
    Pair{"Siti Aminah binti Ahmad", "Siti Aminah"},
    Pair{"Suparman bin Karto", "Suparman"},
    Pair{"Budi Santoso alias Kancil", "Budi Santoso"},
    Pair{"Budi Santoso (Kancil)", "Budi Santoso"},
    Pair{"Siti Aminah Rahmawati", "Siti Aminah"},
    Pair{"Haji", "Haji"},
};

constexpr std::array two_names{
    Pair{"Eko", "Eka"},
    Pair{"Joko", "Jaka"},
    Pair{"Budi", "Beni"},
    Pair{"Dewi", "Desi"},
    Pair{"Sari", "Sri"},
    Pair{"Ani", "Ana"},
    Pair{"Ani", "Aini"},
    Pair{"Aji", "Ai"},
    Pair{"Sukarno", "Sukarni"},
    Pair{"Suharto", "Suhartono"},
    Pair{"Ahmad", "Hamid"},
    Pair{"Ahmad", "Muhammad"},
    Pair{"Rahman", "Rahmat"},
    Pair{"Rahim", "Rahman"},
    Pair{"Siti Aminah", "Siti Aisyah"},
    Pair{"Siti Aminah", "Siti Fatimah"},
    Pair{"Ahmad Yani", "Ahmad Rizki"},
    Pair{"Abdul Rahman", "Abdul Rahim"},
    Pair{"Abdul Aziz", "Abdul Hamid"},
    Pair{"Abdullah", "Abdul"},
    Pair{"Nurhayati", "Nuraini"},
    Pair{"Nurdin", "Nurul"},
    Pair{"Muhammad Rizki", "Muhammad Farhan"},
    Pair{"M. Rizki", "M. Farhan"},
    Pair{"Siti", "Sita"},
    Pair{"Dian", "Dina"},
    Pair{"Rina", "Rini"},
    Pair{"Lina", "Lani"},
    Pair{"Wati", "Watu"},
    Pair{"Hasan", "Husain"},
    Pair{"Yusuf", "Yasir"},
    Pair{"Zainal", "Zainab"},
    Pair{"Mulyono", "Mulyadi"},
    Pair{"Prasetyo", "Prasojo"},
    Pair{"Wahyudi", "Wahyuni"},
    Pair{"Kusnadi", "Kusnan"},
    Pair{"Bambang", "Bagus"},
    Pair{"Agus", "Agung"},
    Pair{"Yanti", "Yanto"},
    Pair{"Slamet", "Salim"},
    Pair{"Fitri", "Fitra"},
    Pair{"Putri", "Putra"},
    Pair{"Ketut", "Komang"},
    Pair{"Dewi Lestari", "Dewi Sartika"},
    Pair{"Siti", "Siti Aminah"}, // one word inside more says little by itself
    Pair{"Suparman bin Karto", "Karto"},
    Pair{"Contoh Anak Satu", "Contoh Ibu Satu"},
    Pair{"Rizki bin Ahmad Yani", "Ahmad Yani"}, // a son and his father
    Pair{"Budi alias Kancil Hitam", "Kancil Hitam"},
    Pair{"Hj. Aminah", "H. Ahmad"},
    Pair{"Budi Santoso, S.H.", "Budi Hartono, S.H."},
    Pair{"Ny. Tutik", "Ny. Tatik"},
    Pair{"", ""},
    Pair{"", "Siti"},
    Pair{"...", "..."},
    Pair{"\xff\xfe", "\xff\xfe"},
};
static_assert(one_name.size() >= 60 && two_names.size() >= 40);

NameLikeness likeness(std::string_view one, std::string_view other) {
  return likeness_of(name_forms(one), name_forms(other));
}

bool found(std::string_view record, std::string_view asked) {
  return answers_to(name_forms(record), name_forms(asked));
}

} // namespace

TEST_CASE("names: every spelling of a name finds every other") {
  for (const auto &pair : one_name) {
    CAPTURE(pair.first);
    CAPTURE(pair.second);
    CHECK(likeness(pair.first, pair.second) == NameLikeness::same);
    CHECK(likeness(pair.second, pair.first) == NameLikeness::same);
    CHECK(found(pair.first, pair.second));
    CHECK(found(pair.second, pair.first) == true);
  }
}

TEST_CASE("names: two names stay two") {
  for (const auto &pair : two_names) {
    CAPTURE(pair.first);
    CAPTURE(pair.second);
    CHECK(likeness(pair.first, pair.second) != NameLikeness::same);
    CHECK(likeness(pair.second, pair.first) != NameLikeness::same);
  }
}

TEST_CASE("names: whoever asks with less finds the longer name, and no other") {
  CHECK(found("Siti Aminah Rahmawati", "aminah"));
  CHECK(found("Siti Aminah Rahmawati", "Rahmawati Siti"));
  CHECK(found("Abdurrahman", "Rachman"));
  CHECK(found("Siti Nurhaliza", "Nur Haliza"));
  CHECK(found("Budi Santoso alias Kancil", "Kancil"));
  CHECK(found("Budi Santoso (Kancil)", "kantjil"));
  CHECK(found("Suparman bin Karto", "Karto"));
  CHECK(found("Raden Ajeng Kartini", "Raden"));
  CHECK(found("Contoh Anak Satu", "Anak"));
  CHECK(found("Muhammad Rizki", "Muhammad"));
  CHECK(found("Sriwahyuni Putri", "Sri Wahyuni"));
  CHECK(found("Siti Aminah", "Siti Aminah binti Ahmad"));
  CHECK_FALSE(found("Siti Aminah", "Siti Aisyah"));
  CHECK_FALSE(found("Siti Aminah", "Rahmawati"));
  CHECK_FALSE(found("Siti", "Siti Aminah")); // it would be every Siti of the register
  CHECK_FALSE(found("Siti Aminah", ""));
  CHECK_FALSE(found("", "Siti"));
}

TEST_CASE("names: one word inside a longer name is a part of it, both ways") {
  CHECK(likeness("Siti", "Siti Aminah") == NameLikeness::part);
  CHECK(likeness("Siti Aminah", "Siti") == NameLikeness::part);
  CHECK(likeness("Budi alias Kancil", "Kancil") == NameLikeness::part);
  CHECK(likeness("Budi", "Eko") == NameLikeness::none);
}

TEST_CASE("names: what is taken down of a name is bounded and free of doubles") {
  std::string endless;
  for (int i = 0; i < 200; ++i)
    endless += "nama" + std::to_string(i) + " ";
  const auto forms = name_forms(endless + "alias " + endless);
  CHECK(forms.words.size() == most_name_words);
  CHECK(forms.also.size() <= most_name_words);
  const auto twice = name_forms("Siti Siti");
  CHECK(twice.words.size() == 1);
}

TEST_CASE("names: a form is its own form, so that no spelling drifts when it is written down again") {
  for (const auto &pair : one_name)
    for (const auto name : {pair.first, pair.second})
      for (const auto &word : name_forms(name).words) {
        CAPTURE(name);
        CHECK(spelt_alike(word) == std::vector{word});
      }
}
