#include "store/signature.h"

#include <sodium.h>

namespace mediasi {

std::string signature_of(const Secret &master, std::string_view text) {
  Secret pair(crypto_sign_SECRETKEYBYTES);
  std::string open(crypto_sign_PUBLICKEYBYTES, '\0');
  crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(open.data()), pair.bytes().data(), master.key(1).data());
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, octets(text), text.size(),
                       pair.bytes().data());
  return signature;
}

bool signature_holds(std::string_view sign_public, std::string_view text, std::string_view signature) {
  return sign_public.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(octets(signature), octets(text), text.size(), octets(sign_public)) == 0;
}

} // namespace mediasi
