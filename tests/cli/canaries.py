"""One canary for every sealed field of every step of the example case, and the forms that carry them."""

# one canary for every sealed field of every step: nothing of these may stand anywhere in the clear
SECRETS = {
    "her name": "Kenarisatu Melatiwangi", "his name": "Kenaridua Kambojaputih", "her mother": "Kenaritiga Anggrekbulan",
    "his mother": "Kenariempat Mawarhitam", "interpreter": "Kenarilima Tulipbiru",
    "her nik": "3575015505148881", "his nik": "3575021103148882", "her address": "Jl. Rahasia Seruni 77",
    "his address": "Jl. Tertutup Dahlia 88", "her phone": "0343-771001", "her mother's phone": "0343-771002",
    "his mother's phone": "0343-771003", "story": "dikejar sampai gudang belakang", "communication": "bahasa isyarat lereng",
    "reasons": "alasan gawat pelangi", "summary": "ringkasan kelabu senja", "consent": "kata sendiri ombak",
    "finding": "penilaian jingga", "interest": "kepentingan terbaik zamrud", "condition": "syarat nila laut",
    "second": "asesmen kedua kirmizi", "report": "laporan ungu", "plan": "rencana perak", "how": "terpenuhi tembaga",
    "note": "catatan pembekalan perunggu", "received": "paman tetangga gading", "obligation": "butir merah delima",
    "proof": "bukti kuning telur", "course": "jalannya sesi biru langit", "words": "kata laporan hijau toska",
    "visit": "kata kunjungan lembayung", "end": "kata penutup magenta",
    "power": "kuasa abu mendung", "next": "langkah putih salju", "log": "catatan kasus cokelat",
}
NEVER_PRINTED = {"her birth day": "2014-05-15", "his birth day": "2014-03-11"}
S = SECRETS
FORMS = {
    "registered": {"story": S["story"], "beneficiary.0.name": S["her name"], "beneficiary.0.nik": S["her nik"],
                   "beneficiary.0.address": S["her address"], "beneficiary.0.phone": S["her phone"],
                   "beneficiary.0.communication": S["communication"], "respondent.0.name": S["his name"],
                   "respondent.0.nik": S["his nik"], "respondent.0.address": S["his address"],
                   "companion.0.name": S["her mother"], "companion.0.phone": S["her mother's phone"],
                   "companion.1.name": S["his mother"], "companion.1.phone": S["his mother's phone"],
                   "companion.2.name": S["interpreter"]},
    "found": {"asesmen_awal.risk_reasons": S["reasons"], "asesmen_awal.summary": S["summary"],
              "asesmen_awal.power": S["power"],
              "persetujuan.0.words": S["consent"], "kelayakan.reasons": S["finding"],
              "kelayakan.best_interest": S["interest"], "kelayakan.condition.0.text": S["condition"]},
    "assessed": {"asesmen_lanjutan.0.summary": S["second"]},
    "planned": {"report": S["report"], "plan": S["plan"]},
    "conditioned": {"how": S["how"]},
    "scheduled": {"pembekalan.note": S["note"]},
    "delivered": {"delivery.0.received_by": S["received"]},
    "held": {"hasil.obligation.0.text": S["obligation"], "hasil.obligation.0.proof": S["proof"]},
    "minuted": {"course": S["course"]},
    "signed": {"salinan.copy.0.received_by": S["received"]},
    "reported": {"words": S["words"]},
    "visited1": {"kunjungan.words": S["visit"], "kunjungan.next_step": S["next"]},
    "closed": {"words": S["end"]},
}
HERS = ["her address", "her phone", "her nik", "her mother's phone"]
HIS = ["his address", "his nik", "his mother's phone"]


def forms_of(text):
    """a text as it might stand in a file: as it is, in two other encodings, without its blanks and marks"""
    plain = text.replace("-", "").replace(" ", "")
    return {text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"), text.lower().encode(), plain.encode()}


def clear_in(content, names=(*SECRETS, *NEVER_PRINTED)):
    """which of these can be read in some bytes"""
    return [name for name in names for form in forms_of({**SECRETS, **NEVER_PRINTED}[name]) if form in content]
