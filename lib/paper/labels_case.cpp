// Words for letters about the case itself: where somebody is referred to, and why a service ends.
#include "paper/labels.h"

#include <algorithm>
#include <array>

namespace mediasi {

namespace {

struct Target {
  std::string_view id, service, addressee;
};

constexpr std::array targets{
    Target{"health", "layanan kesehatan", "Pimpinan Fasilitas Kesehatan"},
    Target{"psychologist", "layanan psikologi", "Psikolog"},
    Target{"shelter", "tempat tinggal sementara", "Pengelola Rumah Aman"},
    Target{"legal_aid", "bantuan hukum", "Pimpinan Lembaga Bantuan Hukum"},
    Target{"police", "layanan kepolisian", "Kepala Kepolisian Resor"},
    Target{"diversi", "proses bagi anak menurut sistem peradilan pidana anak", "Penyidik Anak"},
    Target{"lpsk", "pelindungan saksi", "Pimpinan LPSK"},
    Target{"social_service", "layanan sosial", "Kepala Dinas Sosial"},
    Target{"school", "layanan di sekolah", "Kepala Sekolah"},
    Target{"other_office", "layanan di kantor lain", "Pimpinan Kantor Layanan"},
    Target{"other", "layanan lain", "Pimpinan Lembaga"},
};

// What one side did, wished or suffered is never told the other by the reason of a letter; where somebody moved to or
// was referred to neither. What both know anyway is said to both.
struct Closing {
  std::string_view reason, to_beneficiary, to_others;
};

constexpr std::string_view not_continued = "layanan mediasi tidak dilanjutkan";
constexpr std::array closings{
    Closing{"carried_out", "hasil mediasi telah dilaksanakan", "hasil mediasi telah dilaksanakan"},
    Closing{"withdrawn", "Bapak/Ibu/Saudara memilih untuk tidak melanjutkan layanan mediasi", not_continued},
    Closing{"referred", "layanan dilanjutkan oleh lembaga lain", not_continued},
    Closing{"transferred", "layanan dilanjutkan oleh kantor lain", not_continued},
    Closing{"not_agreed", "para pihak tidak mencapai kesepakatan", "para pihak tidak mencapai kesepakatan"},
    Closing{"not_held", "pertemuan mediasi tidak dapat dilaksanakan", "pertemuan mediasi tidak dapat dilaksanakan"},
};

const Target &target_of(std::string_view id) {
  const auto found = std::find_if(targets.begin(), targets.end(), [&](const Target &one) { return one.id == id; });
  return found == targets.end() ? targets.back() : *found;
}

} // namespace

std::string referral_label(std::string_view target) {
  return std::string(target_of(target).service);
}

std::string institution_label(std::string_view target) {
  return std::string(target_of(target).addressee);
}

std::string closing_label(std::string_view reason, bool to_beneficiary) {
  const auto found =
      std::find_if(closings.begin(), closings.end(), [&](const Closing &one) { return one.reason == reason; });
  if (found == closings.end())
    return std::string(not_continued);
  return std::string(to_beneficiary ? found->to_beneficiary : found->to_others);
}

} // namespace mediasi
