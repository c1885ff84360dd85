import type { ProposalScript } from '../script.js';

/** The terms of service, the student loan, and fluoride. */
export const dentistryProposalsTwo: ProposalScript[] = [
  {
    key: 'dentist-three-years',
    author: 'gwenllian',
    statement:
      'Every dentist trained at public expense should work full time for the NHS for three years after qualifying, or repay the cost.',
    argument: `Training one dentist costs the public around £200,000. Too many leave NHS work within two years, and the towns that need them most lose them first. Teachers and army medics already accept a term of service. Dentists should be asked for the same.

In Holyhead the last practice taking adults handed its contract back in a letter of six lines. Two of the dentists there had trained in Cardiff on public money and now whiten teeth in Cheshire. I do not blame them. I blame us for never asking.`,
    day: -40.2,
    tags: ['health', 'education'],
    lean: [0.93, 0.53, 0.72],
    pass: 0.12,
    reach: 0.88,
    revision: {
      statement:
        'A dentist trained at public expense should work at least three years for the NHS, or repay part of the cost.',
      argument: `Training one dentist costs the public around £200,000. Too many leave NHS work within two years, and the towns that need them most lose them first. Teachers and army medics already accept a term of service. Dentists should be asked for the same.

**Three years in any NHS post, part time counted by the hour.** Time out to have a child, to be ill or to care for somebody stops the clock and is never charged. What is repaid falls with every month worked.

In Holyhead the last practice taking adults handed its contract back in a letter of six lines. Two of the dentists there had trained in Cardiff on public money and now whiten teeth in Cheshire. I do not blame them. I blame us for never asking.`,
      reason:
        'Dr Ruth Okonedo asked about dentists who take time out to have children. As first written, mine would have charged them. Part time now counts, and repayment is in part.',
      day: -33.4,
    },
    evidence: [
      {
        key: 'evidence-service-terms',
        body: 'sha',
        officer: 'ewan',
        author: 'Dr Ewan Leckie, salaried NHS dentist',
        claim: 'Service terms keep numbers up while they last, then fall back.',
        detail: `We compared six schemes abroad that tie newly qualified doctors or dentists to public work for two to five years.

While the term ran, between 80 and 95 in 100 stayed in post. Four of six schemes abroad saw most leave in the year the term ended. In the other two, both of which let people choose the place and helped with housing, about half were still there five years later.

Buying out was rare where repayment fell month by month, and common where it was one large sum that an employer could pay. None of the schemes was British, and none was for dentists alone.`,
        confidence: 'medium',
        confidenceReason: '6 studies, none of them British',
        legalFlag: true,
        declaredInterest:
          'The author is a salaried NHS dentist. He would not be bound by the proposal.',
        mandate: 'Agreed by the SHA policy committee, 9 for, 1 against, 2 abstained.',
        sources: [
          {
            title: 'Return-of-service schemes for health workers: a review of published studies',
            url: 'https://www.example.org/return-of-service-review',
          },
          { title: 'General Dental Council, registration report, 2024' },
          { title: 'NHS England, dental workforce statistics, 2024–25' },
        ],
        day: -32.1,
        contests: [
          {
            body: 'fabians',
            text: 'The schemes studied had no part-time option. More than half of new dentists are women, many of whom will work part time at some point in the first ten years, so a scheme that counts hours may hold people in a way that these could not show.',
            day: -24.6,
          },
        ],
      },
    ],
    comments: [
      {
        author: 'callum',
        stance: 'against',
        body: 'Scotland tried golden hellos first. People stay where there is housing and a job for their partner. A bond keeps them three years and loses them in the fourth.',
        day: -39.4,
        goodPoints: 37,
        replies: [
          {
            author: 'ruth',
            stance: 'question',
            body: 'Does it bind somebody who takes two years out to have children? As written, it does.',
            day: -38.7,
            goodPoints: 33,
            replies: [
              {
                author: 'gwenllian',
                stance: 'for',
                body: 'Then say three years in any NHS post, part time counted by the hour. I would accept that amendment.',
                day: -38.2,
                goodPoints: 29,
                replies: [
                  {
                    author: 'ruth',
                    stance: 'neutral',
                    body: 'And the clock stops, unpaid, for maternity leave and illness? Otherwise a new mother gets a bill for £60,000 with her baby.',
                    day: -37.8,
                    goodPoints: 24,
                    replies: [
                      {
                        author: 'gwenllian',
                        stance: 'for',
                        body: 'It stops, and nothing is owed for the time. I have put it in version 2 with your name on the reason. You may still vote against me.',
                        day: -33.3,
                        goodPoints: 21,
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            author: 'member-46',
            stance: 'for',
            body: 'Three years of a dentist in Grimsby, and then the next one for three years, is a great deal better than none for nine. The bond need not keep a person for ever if another arrives behind them.',
            day: -36.9,
            goodPoints: 25,
            replies: [
              {
                author: 'callum',
                stance: 'neutral',
                body: 'That is an answer I had not considered. My mother has had five dentists in eight years and says it is like starting again each time, but she has had five dentists.',
                day: -36.1,
                goodPoints: 15,
              },
            ],
          },
        ],
      },
      {
        author: 'sunita',
        stance: 'for',
        body: 'My daughter’s course cost the public about £200,000. She thinks three years is fair, and so do I.',
        day: -38.0,
        goodPoints: 40,
        replies: [
          {
            author: 'member-31',
            stance: 'against',
            body: 'I am in my fourth year and will owe £96,000 in loans already. I will probably stay in the NHS. But people who read history also cost public money, and nobody asks them to work it off.',
            day: -35.2,
            goodPoints: 27,
            replies: [
              {
                author: 'sunita',
                stance: 'question',
                body: 'History costs the public perhaps £20,000 and nobody in Leicester is in pain for want of it. Is the size of the sum not what makes the difference?',
                day: -34.7,
                goodPoints: 19,
                replies: [
                  {
                    author: 'member-31',
                    stance: 'neutral',
                    body: 'Partly. What I mind is being told at 22, after signing up at 18. If it only bound people who start from now on, and they could read it before they applied, I would find it hard to object.',
                    day: -34.0,
                    goodPoints: 23,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'member-70',
        stance: 'neutral',
        body: 'A correction. Army medics sign up for a term, yes. Teachers in England do not: the bursary has no strings. It would be stronger without them.',
        day: -29.7,
        goodPoints: 14,
      },
      {
        author: 'member-53',
        stance: 'against',
        body: 'Read the society’s own evidence: most leave in the year it ends. We would be building a conveyor belt of the least experienced dentists for the poorest towns, and the good ones for Guildford.',
        day: -17.2,
        goodPoints: 22,
        replies: [
          {
            author: 'ewan',
            stance: 'neutral',
            body: 'That is four schemes of six. The two that kept people let them choose the town and found them somewhere to live. I would read it as “a term alone fails” rather than “a term fails”. Our confidence is medium for good reason.',
            day: -16.4,
            goodPoints: 18,
          },
        ],
      },
      {
        author: 'member-96',
        stance: 'against',
        body: 'Rich families will just pay it off. Why should a surgeon’s son be let out of the NHS for £60,000 when a cleaner’s daughter is not?',
        day: -2.6,
        goodPoints: 16,
        withdrawn: true,
      },
    ],
  },
  {
    key: 'dentist-loan-tenth',
    author: 'member-31',
    statement: 'Write off a tenth of the student loan for each year a dentist works for the NHS.',
    argument: `I am in my fourth year of dentistry. I have read what is said here about three years or repay, and I understand the anger. But a threat works once, at the start, when we are least use to anybody. At 25 I do what I am told and take twice as long over a root canal.

A tenth of the loan each year, counted by hours worked, asks for ten years and not for three. It is worth most in years six to nine, when a dentist is quick, has a mortgage, and gets the letter from the private group.

It costs about £9,500 for each dentist for each year, and nothing at all for one who leaves.`,
    day: -33.8,
    tags: ['health', 'education'],
    lean: [0.61, 0.74, 0.5],
    pass: 0.2,
    reach: 0.46,
    comments: [
      {
        author: 'member-58',
        stance: 'question',
        body: 'Most of these loans are written off after 40 years anyway, and a well-paid dentist repays a set share of income whatever is owed. So a write-off gives nothing in the pocket for years. Would £4,000 a year in cash not hold you better, for less?',
        day: -32.6,
        goodPoints: 18,
        replies: [
          {
            author: 'member-31',
            stance: 'neutral',
            body: 'Honestly, yes, at 28 I would take the cash. I chose the loan because people are more willing to forgive a debt than to pay a bonus. That may be a bad reason.',
            day: -32.0,
            goodPoints: 20,
          },
        ],
      },
      {
        author: 'member-18',
        stance: 'against',
        body: 'I clean the surgery. Nobody has offered to write off anything of mine. If there is money to keep people, the dental nurses on £12.90 an hour leave faster than the dentists do.',
        day: -22.3,
        goodPoints: 30,
      },
    ],
  },
  {
    key: 'dentist-fluoride',
    author: 'member-63',
    statement:
      'Add fluoride to the water wherever tooth decay in five-year-olds is above the average, after a local vote.',
    argument: `I was a school nurse for 26 years, twelve in Birmingham, where the water has been fluoridated since the sixties, and fourteen in Salford, where it has not. I did not need a survey. I could tell by looking which city I was in.

It reaches the child whose parents do not brush, do not register and do not read leaflets. No other measure does that.

I know that people dislike being dosed, and they are entitled to. **So ask them.** Hold a vote in the area the pipes serve, give both sides the same page in the leaflet, and let the answer stand for ten years.`,
    day: -37.5,
    tags: ['health'],
    lean: [0.8, 0.86, 0.21],
    pass: 0.17,
    reach: 0.81,
    evidence: [
      {
        key: 'evidence-fluoride',
        body: 'scientists',
        officer: 'society-officer',
        author: 'Dr Katarzyna Wilk, epidemiologist, policy officer of the society',
        claim:
          'Fluoridation lowers decay in young children most where decay is highest; in adults the benefit is now small.',
        detail: `We summarised 22 studies that compared areas with and without fluoride in the water, keeping those that allowed for income.

In five-year-olds in the poorest fifth of areas, between 20 and 30 in 100 fewer had decay. In the richest fifth the difference was too small to be sure of. Studies of adults, most of whom use fluoride toothpaste, find a few parts in a hundred.

At the level used in Britain, 1 milligram in a litre, we found good evidence of mild flecking of the enamel and none of harm to bones or thyroid. Studies that report effects on learning come from places with higher levels.`,
        confidence: 'high',
        confidenceReason: '22 studies, 7 of them British; fewer and weaker for adults',
        costFlag: true,
        legalFlag: true,
        declaredInterest: 'None. The author lives in an area without fluoridation.',
        mandate: 'Agreed by the society’s executive, 8 for, none against.',
        sources: [
          { title: 'Office for Health Improvement and Disparities, water fluoridation monitoring' },
          {
            title: 'National dental epidemiology programme, survey of five-year-olds',
            url: 'https://www.example.org/five-year-olds-dental-survey',
          },
          { title: 'Health and Care Act 2022, sections on water fluoridation' },
        ],
        day: -30.3,
      },
    ],
    comments: [
      {
        author: 'member-4',
        stance: 'against',
        body: 'I will not have medicine put in my kettle because somebody else’s child drinks pop. I can buy it in toothpaste for 90p, and stop buying it if I change my mind. From a tap I cannot.',
        day: -36.4,
        goodPoints: 28,
        replies: [
          {
            author: 'member-63',
            stance: 'for',
            body: 'I do not think you are silly. But the child of three cannot buy the toothpaste, and is the one who gets the gas. Whose choice is it that we are protecting?',
            day: -35.9,
            goodPoints: 26,
            replies: [
              {
                author: 'member-4',
                stance: 'against',
                body: 'Then give every nursery and every food bank toothpaste and brushes. It costs less than £10 a child and nobody is made to do anything.',
                day: -35.3,
                goodPoints: 24,
                replies: [
                  {
                    author: 'sunita',
                    stance: 'neutral',
                    body: 'We do that in my nursery, and it works from nine to five, Monday to Friday, for the children who have places. I support it and it is not the same thing. Half the under-threes round here are not in any nursery.',
                    day: -34.8,
                    goodPoints: 19,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'tom',
        stance: 'question',
        body: 'Who votes? Our water comes from a works that serves Grimsby, half of the Wolds and a bit of Lincoln. The decay is in two wards of Grimsby. The Wolds would outvote us four to one.',
        day: -33.0,
        goodPoints: 23,
        replies: [
          {
            author: 'member-63',
            stance: 'neutral',
            body: 'I have no good answer to that. It has to follow the pipes. You could count only if a majority in the area with the decay is also in favour, which helps with the opposite case and not with yours.',
            day: -32.3,
            goodPoints: 11,
          },
        ],
      },
      {
        author: 'callum',
        stance: 'against',
        body: 'Scotland has none and brought decay at five down by a third with brushing in nurseries. I am not against the chemistry. I would rather spend the ten years of argument on brushes.',
        day: -28.8,
        goodPoints: 21,
        replies: [
          {
            author: 'member-74',
            stance: 'for',
            body: 'Brushing in nurseries began there twenty years ago with proper money, and still about one child in four in the poorest parts has decay. Both, please. They are not rivals.',
            day: -28.1,
            goodPoints: 17,
          },
        ],
      },
      {
        author: 'member-37',
        stance: 'against',
        body: 'I would vote yes in such a vote. But the law in England was changed so that ministers decide and councils do not. A “local vote” would be advice that can be ignored, and we should say so before we promise it.',
        editedTo:
          'I would vote yes in such a vote. But since the Act of 2022 ministers decide in England, after consulting, and councils no longer do. A “local vote” would be advice unless the law is changed again, and we should say so before we promise it.',
        day: -14.9,
        goodPoints: 15,
      },
    ],
  },
];
