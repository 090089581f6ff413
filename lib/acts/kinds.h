// One function for every act kind, each defined in the file of its name; acts.cpp puts them into the table.
#pragma once

#include "acts/acts.h"

namespace mediasi::acts {

ActKind register_case();  // register.cpp
ActKind person();         // register.cpp
ActKind requirement();    // requirement.cpp
ActKind consent();        // consent.cpp
ActKind referral();       // referral.cpp
ActKind assessment();     // assessment.cpp
ActKind finding();        // finding.cpp
ActKind condition_met();  // finding.cpp
ActKind plan();           // order.cpp
ActKind order();          // order.cpp
ActKind mediator();       // mediator.cpp
ActKind briefing();       // mediator.cpp
ActKind session();        // session.cpp
ActKind invitation();     // invitation.cpp
ActKind delivery();       // invitation.cpp
ActKind day_questions();  // day.cpp
ActKind attendance();     // day.cpp
ActKind outcome();        // outcome.cpp
ActKind minutes();        // minutes.cpp
ActKind signature();      // minutes.cpp
ActKind copies();         // minutes.cpp
ActKind report_up();      // report_up.cpp
ActKind log();            // log.cpp
ActKind violence();       // log.cpp
ActKind visit();          // visit.cpp
ActKind termination();    // termination.cpp
ActKind paper();          // paper.cpp
ActKind session_move();   // session_change.cpp
ActKind session_cancel(); // session_change.cpp
ActKind assignment();     // assignment.cpp
ActKind addendum();       // addendum.cpp
ActKind payment();        // payment.cpp
ActKind follow_up();      // follow_up.cpp
ActKind safety_check();   // follow_up.cpp
ActKind reopening();      // termination.cpp
ActKind legal_hold();     // hold.cpp
ActKind found_accepted(); // as_found.cpp
ActKind scan();           // scan.cpp
ActKind wait();           // waiting.cpp
ActKind wait_over();      // waiting.cpp
ActKind pause();          // waiting.cpp
ActKind resume();         // waiting.cpp
ActKind extension();      // waiting.cpp
ActKind identify();       // identify.cpp
ActKind complaint();      // complaint.cpp
ActKind complaint_answer();

} // namespace mediasi::acts
