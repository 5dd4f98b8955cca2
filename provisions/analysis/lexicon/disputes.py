"""Cues for the types about disputes, liability and warranties."""

from provisions.analysis.lexicon.cues import Cues

CUES: dict[str, Cues] = {
    "arbitration": Cues(
        phrases={
            5.0: "binding arbitration, arbitration agreement, american arbitration association, arbitrator, agree to arbitrate, resolved by arbitration, arbitration rules, jams, opt out of arbitration, settled by arbitration, submit to arbitration, arbitration proceeding~, arbitration hearing, final and binding arbitration, individual arbitration, arbitrators, federal arbitration act, arbitral tribunal, "
            "consumer arbitration rules, commercial arbitration, arbitration shall, arbitration will, arbitration provision~, initiate arbitration, agreement to arbitrate, mandatory arbitration, arbitration, "
            "arbitrator's, bound to arbitrate, arbitrate disputes/claims, arbitrations, individual arbitration~, arbitrable disputes/claims",
            2.0: "informal dispute resolution, pre arbitration, dispute resolution, notice of dispute",
        },
        together=((1.0, "ARBITRATE AGREE"), (0.8, "ARBITRATE COURT")),
        headings={
            2.4: "arbitration, dispute resolution, disputes, agreement to arbitrate, binding arbitration, resolving disputes"
        },
    ),
    "class_action_waiver": Cues(
        phrases={
            5.2: "class action waiver, class action~, class or representative, class arbitration, jury trial, trial by jury, representative proceeding, class or collective, representative action~, waive ?any ?the ?your right to ?a ?participate jury/class, classwide, class wide, class member, class proceeding~, private attorney general, class members, mass arbitration, purported class, jury",
            1.5: "individual basis, individual capacity, consolidated",
        },
        together=((1.0, "CLASS WAIVE"), (-1.0, "MEANS !WAIVE")),
        headings={2.4: "class action~, class waiver, jury, waiver of class, jury trial"},
    ),
    "legal_jurisdiction": Cues(
        phrases={
            5.0: "governed by the law~, governed by and construed, governing law, choice of law, exclusive jurisdiction, conflict of law~, conflicts of law~, conflict of laws, laws of the state, laws of england, personal jurisdiction, exclusive venue, courts located in, courts of, competent court~, jurisdiction of the courts, state or federal courts, federal or state courts, state and federal courts, "
            "governed by california, governed by ?the irish, laws of the republic, laws of ireland, submit to the jurisdiction, statute of limitations, cause of action, permanently barred, small claims court, brought exclusively, law governs, subject to the laws, place of jurisdiction, non exclusive jurisdiction, within one year, exclusive forum, district court, international sale of goods",
            1.8: "governed by, jurisdiction, venue, courts, court, applicable law, laws of",
        },
        together=(
            (2.4, "GOVERN COURT"),
            (1.6, "GOVERN TERMS LAW"),
            (1.8, "COURT EXCLUSIVE"),
            (2.4, "TIME_BAR"),
            (-2.4, "PDATA"),
            (-2.0, "LIABLE DAMAGES"),
            (-1.2, "ARBITRATE !GOVERN"),
            (-1.8, "LEGAL_NEED SHARE"),
            (-1.6, "CAP LIABLE"),
            (-1.4, "WARRANTY DISCLAIM"),
            (-1.4, "BAD_USE MUST_NOT"),
        ),
        headings={
            2.6: "governing law, jurisdiction, choice of law, venue, applicable law, law and jurisdiction, controlling law, courts, legal disputes, choice of forum"
        },
    ),
    "liability_limitation": Cues(
        phrases={
            4.8: "limitation of liability, limitations of liability, shall not be liable, will not be liable, not be liable, not liable, not responsible for, no liability, consequential damages, indirect incidental, liability for, loss of profits, lost profits, total liability, aggregate liability, not be responsible, no responsibility, punitive damages, liable for any, maximum liability, liability to you, "
            "liability arising, disclaims all liability, disclaim all liability, accept no responsibility, assumes no, assume no, accept liability, be held liable, be held responsible, limit our liability, limits of liability, exclude ?or ?limit liability, any loss or damage, solely liable, release us from, release ?and forever, sole risk, held liable, accepts no, take no responsibility, responsible or liable, "
            "not take responsibility, excludes liability, deemed liable, not accept responsibility, disclaimers of liability, not accept liability, liability shall be, liability will be, is not required to provide, hold us responsible, claims against, limited to reimbursing, does not assume, links to third party, neither endorsed nor",
            1.8: "liability, liable, damages, negligence, responsible, responsibility, endorse",
            0.8: "solely responsible for",
        },
        together=(
            (2.6, "NOT LIABLE WE"),
            (2.2, "NOT LIABLE DAMAGES"),
            (1.4, "NO LIABLE"),
            (2.2, "CAP LIABLE"),
            (1.4, "LIABLE DAMAGES"),
            (1.2, "NOT LIABLE"),
            (-2.0, "CREDENTIAL ACCOUNT"),
            (-2.0, "INDEMNIFY"),
            (-1.8, "PDATA COLLECT"),
            (-1.4, "PAY FEE !DAMAGES"),
            (-1.2, "BAD_USE MUST_NOT !LIABLE"),
            (-1.2, "ACCOUNT LIABLE !NOT"),
            (-1.2, "WARRANTY DISCLAIM !LIABLE"),
            (-1.0, "CONTENT YOU LIABLE !NOT"),
        ),
        headings={
            2.6: "limitation of liability, liability, limitations, limits of liability, disclaimer and limitation, release, our liability, exclusion of liability, disclaimer of liability"
        },
    ),
    "warranty_disclaimer": Cues(
        phrases={
            4.8: "as is, as available, merchantability, fitness for a particular, warranties of any kind, disclaim all warranties, disclaims all warranties, no warranties, without warranty, without warranties, express or implied, no warranty, implied warranties, do not warrant, does not warrant, do not guarantee, does not guarantee, cannot guarantee, can't guarantee, make no representation~, makes no representation~, "
            "not guarantee that, makes no guarantee~, at your own risk, no guarantee~, uninterrupted, error free, your sole risk, not endorse, not make any warranty, accuracy completeness, no representations, own risk, not represent or warrant, not promise, for informational purposes, disclaimer of warranties, make any commitments, accuracy or completeness, accuracy reliability, errors will be corrected, neither endorsed, not endorsed, "
            "as professional advice, for professional advice, be professional advice, free from defects, entire risk",
            1.8: "warranty, warranties, guarantee, accuracy, reliability, disclaimer, availability, interruptions, errors",
        },
        together=(
            (2.6, "DISCLAIM WARRANTY"),
            (1.0, "DISCLAIM OUR_THING"),
            (-2.0, "SECURITY PDATA"),
            (-1.4, "NOT LIABLE DAMAGES !DISCLAIM"),
            (-1.6, "YOU WARRANTY LICENSE"),
            (-3.0, "YOU_WARRANT"),
            (-1.2, "CREDENTIAL"),
            (-1.2, "ARBITRATE"),
            (-1.4, "INDEMNIFY"),
        ),
        headings={
            2.6: "warrant~, warranties, disclaimer~, disclaimers, as is, no warranty, disclaimer of warranties, exclusion of warranties"
        },
    ),
    "indemnification": Cues(
        phrases={
            5.2: "indemnify, indemnification, hold harmless, indemnified, indemnifies, defend indemnify, indemnity, defend and hold, held harmless, indemnify and hold, hold us harmless, compensate us for",
            1.5: "attorneys fees, attorneys' fees, legal fees, defend",
        },
        together=((0.6, "INDEMNIFY DAMAGES"),),
        headings={2.6: "indemnification, indemnity, indemnify, hold harmless"},
    ),
}
