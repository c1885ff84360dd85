import type { ParagraphScript } from '../script.js';

/** “Warm homes, street by street” as it was first published. */
export const warmHomesFirst: ParagraphScript[] = [
  {
    key: 'coldest-first',
    heading: 'The coldest streets first',
    text: 'Insulation will come to a street and not to a form. Over ten years every council will work through its coldest streets, those in which homes lose most heat and people have least to spend on it. They are about a third of all homes. One crew and one scaffold will do the terrace as the one building that it is.',
    sources: [
      {
        proposal: 'warm-street-by-street',
        note: 'Altered: “every street” became the coldest third first',
      },
      { decisionOn: 'warm-street-by-street', note: 'Accepted in part, for the reason of cost' },
      {
        evidence: 'evidence-warm-street-costs',
        note: 'The saving from working by terrace, and £34 billion for the coldest third',
      },
      {
        commentOn: 'warm-street-by-street',
        index: 0,
        note: 'Callum Reid’s objection, that a street is fair to streets and not to people, is the reason for the change',
      },
    ],
  },
  {
    key: 'published-list',
    text: 'Each council will publish the list of its streets in the order in which they will be done, with a year beside each. It will say in plain words how the order was made. A street that must wait will know how long, and anybody who thinks that the order is wrong may say so before it is settled.',
    sources: [
      {
        commentOn: 'warm-street-by-street',
        index: 0,
        note: 'Kept: a published list with a year beside each street, agreed in this thread by Faisal Qureshi and Asha Rahman',
      },
      { decisionOn: 'warm-street-by-street' },
    ],
  },
  {
    key: 'three-doors-in-four',
    text: 'Work on a street will begin when most of its households have said yes. Where too few do, the council will come back a year later and ask again, and the crew will go to the next street on the list. Doing half a street costs more than doing its houses one at a time.',
    sources: [
      {
        evidence: 'evidence-warm-street-costs',
        note: 'The saving appears only above about 70 per cent take-up',
      },
    ],
  },
  {
    key: 'no-forms',
    text: 'No household will fill in a form to be included. Nobody will be asked what they earn, which benefits they have or who signs for the house. The council will find out what it needs from the records it already keeps, and a person who would rather be left alone has only to say so.',
    sources: [
      { proposal: 'warm-street-by-street', note: 'Kept in full: “no household fills in a form”' },
      {
        proposal: 'warm-same-voucher',
        note: 'Kept from a proposal that its author withdrew: nobody is asked to prove anything',
      },
    ],
  },
  {
    key: 'a-neighbour-knocks',
    text: 'The first knock will be by somebody who lives near by, paid and trained for it, and it will be made three times before a no is taken as an answer. Many who need the work most are ashamed of a room, afraid of a bill, or have been sold something at that door before.',
    sources: [
      {
        commentOn: 'warm-street-by-street',
        index: 1,
        note: 'Priya Nair’s account of three visits without a clipboard, in answer to Fraser McIntyre',
      },
      {
        evidence: 'evidence-warm-street-costs',
        note: 'Take-up was best where a neighbour knocked',
      },
    ],
  },
  {
    key: 'homes-that-stand-alone',
    text: 'A farmhouse at the end of a track is not at the end of the list. Homes that stand alone, and hamlets too small for a scaffold, will be counted together as a street of their own in each council’s order. They will have a crew that knows stone, slate and oil tanks, and the same promise of a year.',
    sources: [
      {
        commentOn: 'warm-street-by-street',
        index: 2,
        note: 'Daisy Barraclough asked that this be written down, “or it will be nothing”',
      },
      { decisionOn: 'warm-street-by-street', note: 'The commission agreed to it' },
    ],
  },
  {
    key: 'survey-first',
    heading: 'What a household can expect',
    text: 'Before public money covers a solid wall, somebody who gains nothing from the work will have looked at it for damp, and it will have been made dry. Gutters and pointing come first. Where rain is driven hard at a house the same will hold for cavity walls, and what is put on a wall must let it breathe.',
    sources: [
      { proposal: 'warm-dry-first', note: 'Kept, as Gwenllian Pryce edited it: solid walls' },
      { evidence: 'evidence-warm-damp', note: 'Mould about three times as common over a wet wall' },
      { decisionOn: 'warm-dry-first', note: 'Cavities in driving rain were added' },
    ],
  },
  {
    key: 'the-first-week',
    text: 'A wall may need a summer to dry. Nobody should spend it in the cold, so the loft, the draughts, the gutter and the setting of the boiler will be seen to in the week of the survey. It takes a good crew two days, none of it touches the wall, and none of it has to be undone.',
    sources: [
      {
        commentOn: 'warm-dry-first',
        index: 0,
        note: 'Stephen Ellis asked what could be done at once; Gwenllian Pryce and Kofi Mensah answered',
      },
    ],
  },
  {
    key: 'surveyors',
    text: 'There are too few people who can read a damp wall, and a promise to survey is worth nothing without them. Colleges will be paid to train more, beginning with building workers whose knees have had enough of ladders. Where a wall has a cavity and the weather is mild, a look inside with a borescope will do.',
    sources: [
      {
        commentOn: 'warm-dry-first',
        index: 1,
        note: 'Dafydd Davies warned that there are not the surveyors; the borescope is his and Gwenllian Pryce’s',
      },
      { decisionOn: 'warm-dry-first' },
    ],
  },
  {
    key: 'two-pages',
    text: 'Every household will have its plan on two pages, in plain words and in the language they use at home: what will be done, in which week, by whom, how loud and dusty it will be, and one telephone number that a person answers. Nothing that is not on those pages will be done to the house.',
    ownReason:
      'Members described forms, passwords and six telephone numbers on a fridge, but nobody proposed what a household should be given in their place. A promise without paper cannot be held against anybody.',
  },
  {
    key: 'let-homes-with-the-street',
    text: 'A let home will be done with the rest of its street, by the same crew, and the bill will go to the owner. The tenant will be asked when it suits them and what worries them, but not for a landlord’s signature. An owner who cannot be found in eight weeks will be taken to have agreed.',
    sources: [
      {
        commentOn: 'warm-landlords-pay',
        index: 1,
        note: 'Maeve Costello’s idea: the council’s crew does the let houses and sends the owner a bill',
      },
      {
        commentOn: 'warm-landlords-pay',
        index: 2,
        note: 'The owner who cannot be found is Asha Rahman’s, who lives in Spain',
      },
    ],
  },
  {
    key: 'flats',
    text: 'In a block of flats the walls belong to everybody and so to nobody. If half of the owners say yes, the work will go ahead for the whole block, the freeholder will be bound by it, and no leaseholder will be charged for the outside of a building that they do not own.',
    ownReason:
      'One home in five is a flat. Nobody made a proposal about them, and SERA’s evidence says that it covers none. We would rather be argued with about this paragraph than leave them out.',
  },
  {
    key: 'tax-not-bills',
    heading: 'Who pays',
    text: 'The public share will be paid for out of general taxation. The charge for insulation that is now hidden in electricity and gas bills, about £1.4 billion a year, will come off them. A bill cannot see whether it is read in a bungalow or beside a heated pool, and a tax can.',
    sources: [
      { proposal: 'warm-tax-not-bills', note: 'Kept, for the insulation charge alone' },
      { decisionOn: 'warm-tax-not-bills' },
      {
        commentOn: 'warm-tax-not-bills',
        index: 1,
        note: 'Lowri Bevan’s question brought the figure down from £1.5 billion and kept the other charges out of it',
      },
    ],
  },
  {
    key: 'five-years-of-money',
    text: 'The money will be settled for five years, with the next five in outline, and it will not be touched in between. Every scheme that has failed was funded for two years or fewer. A firm that can see five years will buy a van, take a lease and train somebody, and one that can see nineteen months will not.',
    sources: [
      {
        commentOn: 'warm-tax-not-bills',
        index: 0,
        note: 'Ian Wheeler, twice laid off, changed his vote when this was added',
      },
      { decisionOn: 'warm-tax-not-bills', note: 'Accepted on this condition' },
    ],
  },
  {
    key: 'landlords-duty',
    text: 'Whoever lets a home must make it warm. Every private let will reach band C by 2030, at the owner’s cost. We know that the band is a rough guide and that two assessors may differ by a letter, so wherever heat has been measured the measurement will count and the letter will not.',
    sources: [
      { proposal: 'warm-landlords-pay', note: 'The duty and the date are kept' },
      {
        evidence: 'evidence-warm-landlord-costs',
        note: 'Four lets in five for under £8,000; the contest by Scientists for Labour is the reason for the last sentence',
      },
      { decisionOn: 'warm-landlords-pay' },
    ],
  },
  {
    key: 'landlords-cap',
    text: 'No owner will have to spend more than £10,000 on one let home, or less where a house is worth little. A home that cannot reach the band within the limit must come as near to it as the money allows, and the council will say in writing that it has.',
    sources: [
      { proposal: 'warm-landlords-pay', note: 'Altered: a lower limit where houses are cheap' },
      {
        commentOn: 'warm-landlords-pay',
        index: 1,
        note: 'In parts of Bradford £10,000 is an eighth of the house',
      },
      {
        evidence: 'evidence-warm-landlord-costs',
        note: 'One let in fourteen cannot reach the band for any sum under the limit',
      },
    ],
  },
  {
    key: 'two-years-no-rise',
    text: 'The rent of a home may not be raised for two years from the day of its new certificate. We do not ask why an owner wants to raise it, because nobody can prove the answer. A tenant who has lived through the dust should see at least two winters of the saving.',
    sources: [
      {
        proposal: 'warm-landlords-pay',
        note: 'Kept, as Labour Housing Group edited it: a fixed time in place of a reason',
      },
      {
        commentOn: 'warm-landlords-pay',
        index: 0,
        note: 'Nathan Cooper’s question led to the edit',
      },
    ],
  },
  {
    key: 'charge-on-sale',
    text: 'Owners will be offered a way to pay for their own share without finding a penny now. The council pays the builder, the sum is noted against the house, and it is paid back when the house is sold or left to somebody. It carries no interest but rises with prices, so that what was lent is what comes back.',
    sources: [
      { proposal: 'warm-charge-on-sale', note: 'Altered: it is offered and not required' },
      {
        commentOn: 'warm-charge-on-sale',
        index: 2,
        note: 'Monika Dąbrowski reckoned that without a link to prices the public would get back 31p in the pound',
      },
      { decisionOn: 'warm-charge-on-sale' },
    ],
  },
  {
    key: 'charge-limits',
    text: 'The offer will be made only to those who own at least £100,000 of their home outright, and will never leave anybody with less. To decline costs nothing: the crew still comes, the work still begins with the street, and the council finds the money elsewhere. A debt that frightens people out of a warm house would be worse than none.',
    sources: [
      {
        commentOn: 'warm-charge-on-sale',
        index: 1,
        note: 'Geraint Ellis set the limit in answer to Amy Burgess',
      },
      {
        commentOn: 'warm-charge-on-sale',
        index: 0,
        note: 'Joan Whitlock’s objection: “you may call it a charge, and we will hear a debt”',
      },
    ],
  },
  {
    key: 'one-public-fund',
    heading: 'Work that lasts, and proof that it does',
    text: 'All insulation paid for by the public will be guaranteed for 25 years by one public fund, set up in law. It will put the house right first and argue with the installer afterwards. A small levy on each job will pay for it, set when an actuary has worked it out. The inspector will be drawn by lot and paid by the fund.',
    sources: [
      { proposal: 'warm-public-guarantee', note: 'Kept; the levy of two per cent is left open' },
      {
        evidence: 'evidence-warm-guarantees',
        note: 'Nine of eleven guarantees leave out damp; a fund that pays first needs an Act',
      },
      { decisionOn: 'warm-public-guarantee' },
    ],
  },
  {
    key: 'measured-heat',
    text: 'In one home in ten, drawn by lot and with the household’s leave, the heat used will be measured for a year before the work and two years after, and the warmth of the living room with it. Somebody who used to wear a coat indoors and no longer does is a success, whatever the meter says.',
    sources: [
      { proposal: 'warm-measure-heat', note: 'Kept in full, beside the check after two winters' },
      {
        commentOn: 'warm-measure-heat',
        index: 0,
        note: 'The thermometer and the coat are Chidi Naylor’s and Lowri Bevan’s',
      },
      { decisionOn: 'warm-measure-heat' },
    ],
  },
  {
    key: 'names-and-ranges',
    text: 'The results will be published by scheme and by firm, those that got worse among them. No firm will be named on fewer than thirty homes, and every figure will be printed with its range, so that one bad winter does not ruin a careful builder. A firm whose houses pass will pay less into the fund.',
    sources: [
      {
        commentOn: 'warm-public-guarantee',
        index: 0,
        note: 'Pass rates by name, and a lower levy for good work: Delroy Samuels, who runs a crew',
      },
      {
        commentOn: 'warm-measure-heat',
        index: 1,
        note: 'No name below thirty homes: Lowri Bevan’s answer to Tariq Siddiqui',
      },
    ],
  },
  {
    key: 'councils-bear-the-first',
    text: 'When something goes wrong, the council that chose the firm will bear the first £200 of putting it right, and the household will bear none. Whoever chooses the builder should have a reason to choose well, and under this plan that is no longer the person who lives in the house.',
    sources: [
      {
        commentOn: 'warm-public-guarantee',
        index: 1,
        note: 'Altered from Callum Reid’s suggestion by Nia Powell: the council bears it and not the household',
      },
      { decisionOn: 'warm-public-guarantee' },
    ],
  },
  {
    key: 'lent-boiler',
    text: 'A household whose boiler breaks down while its street is waiting will be lent one for up to a year by the council, so that nobody has to buy a new gas boiler in a hurry just before they would have been offered something better. It will be fitted within two days.',
    sources: [
      {
        commentOn: 'warm-no-new-boilers',
        index: 0,
        note: 'A loan after a breakdown, as David Pollard suggested to Maeve Tierney',
      },
    ],
  },
  {
    key: 'price-before-ban',
    text: 'We will not set a date after which a gas boiler may not be fitted. Nine in ten are replaced after a breakdown, and electricity costs about four times as much a unit as gas. The price of one beside the other will be published each quarter, and we will look at a date again when it is below three times.',
    sources: [
      { proposal: 'warm-no-new-boilers', note: 'Not taken forward; this says why and until when' },
      { decisionOn: 'warm-no-new-boilers' },
      {
        commentOn: 'warm-no-new-boilers',
        index: 0,
        note: 'Kofi Mensah’s “nine in ten”, and his price',
      },
    ],
  },
  {
    key: 'contracts-of-five-years',
    text: 'Every public contract for insulation will run for five years, because that is longer than it takes to learn the trade. Firms will train local people to the end of an apprenticeship, with the first places offered in the streets that are being done, and if a firm fails the next one takes the apprentice along with the street.',
    sources: [
      {
        proposal: 'warm-apprentices',
        note: 'The five years are kept; one apprentice for every ten homes a month is left to the Work commission',
      },
      { decisionOn: 'warm-apprentices', note: 'The details of training are referred' },
      { commentOn: 'warm-apprentices', index: 0, note: 'What “local” means' },
    ],
  },
  {
    key: 'yearly-report',
    text: 'Each council will report once a year, on one page and on the same day: streets promised, streets begun, streets finished, homes that said no, homes put right, and what it cost. A minister will answer for the total. Where a street has missed its year, the page will say so first.',
    ownReason:
      'Many wanted figures published, each for one thing. Nobody asked who would stand up and answer for the whole, and a list of streets without a day of reckoning is only a list.',
  },
];
