import type { ProposalScript } from '../script.js';

export const busesProposals: ProposalScript[] = [
  {
    key: 'buses-six-to-eleven',
    author: 'tom',
    statement:
      'Every town of more than 10,000 people should have a bus at least every half hour from 6am to 11pm.',
    argument: `Our crew boat leaves the dock at 6.45. There are forty of us on the early tide and thirty-nine cars, because the first bus gets to the dock road at 7.20. The fortieth man cycles, and in January he comes in grey.

The last one home from town is at ten to seven. My daughter works in the cinema. She spends a quarter of her pay on taxis.

Half-hourly is the point at which people stop looking at the timetable. **Ten thousand people is Immingham or Louth.** If a place that size cannot have a bus at six in the morning, we should stop telling people there to leave the car.`,
    day: -19.6,
    tags: ['transport', 'work'],
    lean: [0.92, 0.84, 0.88],
    pass: 0.08,
    reach: 0.92,
    revision: {
      statement:
        'Every town of more than 10,000 people should have a bus at least every half hour from 6am to 11pm, Sundays included.',
      argument: `Our crew boat leaves the dock at 6.45. There are forty of us on the early tide and thirty-nine cars, because the first bus gets to the dock road at 7.20. The fortieth man cycles, and in January he comes in grey.

The last one home from town is at ten to seven. My daughter works in the cinema. She spends a quarter of her pay on taxis.

Half-hourly is the point at which people stop looking at the timetable. **Shops, care homes and hospitals keep the same hours on a Sunday as on a Monday, so the bus should too.** It can be built up: early mornings first, because those are the shifts with no other way to get there.`,
      reason:
        'Jamie Sutton asked what happens on Sundays, and I had assumed them without saying so.',
      day: -11.2,
    },
    comments: [
      {
        author: 'member-24',
        stance: 'question',
        body: 'I plan rotas for a depot. An hourly route of forty minutes needs two buses. From six to eleven, half-hourly, seven days, it needs four buses and about sixteen drivers with leave and sickness. Where are they? We have had nine vacancies since spring.',
        day: -19.1,
        goodPoints: 27,
        replies: [
          {
            author: 'tom',
            stance: 'for',
            body: 'What would fill the nine? Offshore we were short of technicians until they trained people on full pay, and then we were not.',
            day: -18.7,
            goodPoints: 12,
            replies: [
              {
                author: 'callum',
                stance: 'neutral',
                body: 'I drive one. It is not only the pay. It is split shifts: on at 5.30, off at 9.30, on again at two, home at half six. Nobody with a child can do it. A service that is steady all day needs fewer splits, so your longer day may be easier to staff than you fear.',
                day: -18.2,
                goodPoints: 34,
                replies: [
                  {
                    author: 'member-24',
                    stance: 'for',
                    body: 'He is right about the splits. I had costed it on the pattern we have now. On straight shifts I make it fourteen drivers and a much happier noticeboard.',
                    day: -17.6,
                    goodPoints: 21,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'jamie',
        stance: 'question',
        body: 'Does that mean Sundays? I am on a four-on, four-off pattern, so one Sunday in two. The app says the first one is 9.02 and my shift starts at six. I cannot tell from the wording.',
        day: -12.8,
        goodPoints: 18,
        replies: [
          {
            author: 'tom',
            stance: 'for',
            body: 'It did in my head and not on the page. I have changed it. Welcome, by the way.',
            day: -11.1,
            goodPoints: 14,
          },
        ],
      },
      {
        author: 'member-57',
        stance: 'against',
        body: 'After nine at night our route carries three people, one of whom is the driver’s friend. A bus with nobody in it every half hour is diesel and wages. Give those hours to a bookable minibus and put the buses where there is a queue.',
        day: -15.3,
        goodPoints: 20,
        replies: [
          {
            author: 'member-83',
            stance: 'against',
            body: 'They are empty because the last one back is at 8.40. No one goes out on a bus that will not bring them home. We had full ones at ten until it was cut in 2016.',
            day: -14.8,
            goodPoints: 23,
          },
        ],
      },
    ],
  },
  {
    key: 'buses-two-pound-fare',
    author: 'member-35',
    statement:
      'Cap a single bus fare in England at £2 again, and fix the cap in law for five years.',
    argument: `When the cap was £2 I took a job in the next town, because the sum worked: £4 a day, £20 a week. When it went to £3 the same job cost me £10 a week more, and I had already given up the old one.

I am not against paying. I am against a price that is announced for eight months at a time. **You cannot choose where to work, or which college to send a boy to, on a fare with an end date.**

Five years is a working plan. It would cost a few hundred million a year, which is about a week of what we spend on roads and fuel duty freezes together.`,
    day: -18.9,
    tags: ['transport'],
    lean: [0.9, 0.66, 0.82],
    pass: 0.1,
    reach: 0.88,
    comments: [
      {
        author: 'gwenllian',
        stance: 'against',
        body: 'A cheap fare on a bus that does not come is a discount on nothing. With that money you could run 1,200 more buses, going by the figure in the paper. Frequency first.',
        day: -18.3,
        goodPoints: 26,
        replies: [
          {
            author: 'member-35',
            stance: 'question',
            body: 'In Bradford the bus does come, every eight minutes. It is the £3 that stops people. Could each area choose between the fare and the frequency?',
            day: -17.9,
            goodPoints: 17,
            replies: [
              {
                author: 'gwenllian',
                stance: 'neutral',
                body: 'That I would support. One sum of money, two ways to spend it, decided where the stop is.',
                day: -17.2,
                goodPoints: 15,
              },
            ],
          },
        ],
      },
      {
        author: 'daniel',
        stance: 'neutral',
        body: 'Speaking as convenor, a correction. Capping at £2 in place of £3 is put at £250 to £350 million a year. I make a week of roads and the freeze nearer £100 million, so “about a week” is out by three times.',
        editedTo:
          'Speaking as convenor, on the comparison at the end. Capping at £2 in place of £3 is put at £250 to £350 million a year. I said that this was three weeks of road spending and not one. It depends on what is counted as roads, so I was too sure. I would give the sum and leave the comparison out.',
        day: -13.6,
        goodPoints: 16,
      },
      {
        author: 'member-90',
        stance: 'for',
        body: 'I take three buses to clean two offices. Three singles. Any cap that counts each bus and not each journey is written by somebody who lives on a direct route.',
        day: -7.7,
        goodPoints: 31,
      },
    ],
  },
  {
    key: 'buses-bus-lanes',
    author: 'member-50',
    statement:
      'Give buses their own lane on every main road where traffic makes them lose more than five minutes, even if cars lose one.',
    argument: `My bus into Birmingham is timed at 34 minutes at noon and 61 at eight in the morning. Same driver, same stops. The rest is cars, most with one person inside, and I am among 58 sitting behind them.

You can buy more buses, but in a queue you need nearly twice as many to run the same timetable. So the cheapest bus there is is a tin of paint.

I know what happens when a lane is proposed: a petition, a banner, a councillor who was for it in May and wants more consultation in June. That is why **the rule should be national and the number simple**.`,
    day: -18.1,
    tags: ['transport', 'energy'],
    lean: [0.85, 0.31, 0.6],
    pass: 0.1,
    reach: 0.83,
    evidence: [
      {
        key: 'buses-sera-lanes',
        body: 'sera',
        officer: 'kofi',
        author:
          'Kofi Mensah, heating engineer, with two transport planners who are members of SERA',
        claim:
          'On 14 roads with new bus lanes, buses became 11 to 19 in 100 faster, and more people travelled along the road in all.',
        detail: `We collected council counts from before and two years after on 14 main roads in nine towns.

Buses at the morning peak were 11 to 19 in 100 faster, and on ten of the roads at least one bus could be taken off without cutting the timetable. Car journeys took between no time and three minutes longer. Counting everyone in every vehicle, 12 of the 14 roads carried more people than before.

On two roads lined with shops, buses gained almost nothing, because vans loaded in the lane and nobody enforced it. Councils that measure are likely to be those with schemes they are proud of.`,
        confidence: 'medium',
        confidenceReason: '14 roads in 9 towns, measured by the councils that built the lanes',
        costFlag: true,
        declaredInterest:
          'Mr Mensah drives a van for his work and has paid two bus lane fines. One planner works for a council in the list.',
        mandate: 'Agreed by the SERA executive, 13 for, 1 against.',
        sources: [
          {
            title: 'Department for Transport, annual bus statistics, 2024–25',
            url: 'https://www.example.org/annual-bus-statistics',
          },
          { title: 'Before and after counts published by nine councils, 2017 to 2024' },
        ],
        day: -12.3,
      },
    ],
    comments: [
      {
        author: 'member-71',
        stance: 'against',
        body: 'I lay carpets. I cannot take a fourteen-foot roll on the number 50. I already lose an hour a day, and every lane you take I do one job fewer in the week. Nobody who proposes these carries anything.',
        day: -17.4,
        goodPoints: 33,
        replies: [
          {
            author: 'member-50',
            stance: 'question',
            body: 'Most of what is in front of you is people who could be on the bus with me. If a lane took one car in ten off that road, would you be slower or faster?',
            day: -17.0,
            goodPoints: 18,
            replies: [
              {
                author: 'member-71',
                stance: 'against',
                body: 'Faster in year three, perhaps. I have a van to pay for in year one.',
                day: -16.5,
                goodPoints: 25,
                replies: [
                  {
                    author: 'kofi',
                    stance: 'neutral',
                    body: 'I drive a van full of boilers, so I have some sympathy. Three of the councils we looked at let loaded trade vans use the lane outside the peak. Buses were no slower for it. Would that change your vote?',
                    day: -11.9,
                    goodPoints: 22,
                    replies: [
                      {
                        author: 'member-71',
                        stance: 'neutral',
                        body: 'It would move me to pass. Ask me again when I have seen one that the taxis have not filled.',
                        day: -11.0,
                        goodPoints: 19,
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'callum',
        stance: 'against',
        body: 'From the cab: lanes help less than lights. I lose more at six junctions than in any queue. Give the bus a transponder that holds the green for eight seconds and you get half the gain without the war.',
        day: -15.9,
        goodPoints: 28,
        replies: [
          {
            author: 'member-24',
            stance: 'question',
            body: 'Half? On our corridor the lights saved two minutes out of nineteen lost. Useful, but the queue before the light is what we sit in, and the transponder cannot see over it.',
            day: -15.1,
            goodPoints: 14,
          },
        ],
      },
    ],
  },
  {
    key: 'buses-village-four',
    author: 'gwenllian',
    statement:
      'Every village of 300 people or more should have at least four buses each way, every weekday, to a town with a hospital or a college.',
    argument: `From Llanfaethlu the bus to Holyhead goes at 9.40, and there is one back at 12.15 and no other. So you may see a doctor in the morning, but you may not work, study, or wait for a blood test.

I ran a primary school for nineteen years. Each summer I could tell which of the eleven-year-olds would go to college at sixteen: those with a parent who had a second car.

Four is not generous. **One for work, one for mid-morning, one for after school and one for home at six.** A sixteen-seater would do. Below 300 people, use a taxi bus that you ring the day before.`,
    day: -16.8,
    tags: ['transport', 'education'],
    lean: [0.86, 0.72, 0.83],
    pass: 0.13,
    reach: 0.7,
    comments: [
      {
        author: 'member-57',
        stance: 'question',
        body: 'There are around 5,000 villages of that size. If two in three need one more small bus, at perhaps £150,000 a year, that is half a billion. What would you cut, or is this the first thing you would buy?',
        day: -16.0,
        goodPoints: 16,
        replies: [
          {
            author: 'gwenllian',
            stance: 'neutral',
            body: 'One bus can serve four or five villages on a loop, so nearer a hundred and twenty million. But yes, I would buy it before a lower fare in cities, and I know that sounds like someone from Ynys Môn.',
            day: -15.4,
            goodPoints: 20,
            replies: [
              {
                author: 'member-57',
                stance: 'for',
                body: 'I forgot the loops. That is a fifth to a quarter of my figure. I withdraw the half billion.',
                day: -14.6,
                goodPoints: 9,
              },
            ],
          },
        ],
      },
      {
        author: 'marian',
        stance: 'for',
        body: 'Councils let new homes be built on village edges on the promise of a bus that lasts as long as the developer’s money, usually three years. Then 200 families have two cars each. Your four a day should be a condition of the planning permission, without an end date.',
        day: -10.2,
        goodPoints: 24,
      },
    ],
  },
  {
    key: 'buses-two-wheelchairs',
    author: 'member-62',
    statement: 'Every new bus should have two wheelchair spaces, and a separate one for prams.',
    argument: `I use a chair, and so does my wife. We met at college in 1998. We have never once travelled on the same bus. One of us goes, the other waits for the next, and on our route that is forty minutes in the rain with a phone call at either end.

When there is a pram in the space, the driver asks nicely, or does not ask. I have been left at the stop twice this month by people who were perfectly pleasant about it. **A mother with twins should not be made my opponent.**

Two spaces and a pram bay take out four seats. London has buses like this on the road already.`,
    day: -15.7,
    tags: ['transport'],
    lean: [0.93, 0.82, 0.9],
    pass: 0.09,
    reach: 0.66,
    evidence: [
      {
        key: 'buses-disability-boarding',
        body: 'disability',
        officer: 'society-officer',
        author: 'Denise Farquhar, wheelchair user, secretary of the society',
        claim:
          'Members who use a wheelchair could not board one bus in seven that stopped for them.',
        detail: `For eight weeks 47 members who use wheelchairs or scooters wrote down every bus they tried to catch: 1,316 attempts in 22 towns.

On 188 they did not get on. The space was already taken by another wheelchair in 31 cases and by a pram, or luggage, in 84. The ramp failed or was not put out in 52, and in 21 no reason was given.

A second space would have solved the first kind and a pram bay most of the second. It would do nothing about ramps, which were worst on buses more than nine years old. People kept the diary because they had been left behind before, so the rate for everyone is probably lower.`,
        confidence: 'medium',
        confidenceReason: '1,316 attempts in a diary, kept by 47 people who volunteered',
        declaredInterest:
          'The author kept one of the diaries. The society receives no money from operators or makers.',
        mandate: 'Agreed by the executive of Disability Labour, 9 for, none against.',
        sources: [
          { title: 'Disability Labour, eight-week boarding diary' },
          {
            title: 'Public Service Vehicles Accessibility Regulations 2000',
            url: 'https://www.example.org/psv-accessibility-regulations',
          },
        ],
        day: -9.8,
      },
    ],
    comments: [
      {
        author: 'callum',
        stance: 'for',
        body: 'Asking a parent to fold a pram with a sleeping baby in it is the worst minute of my day, and I get it wrong half the time. I am told to ask and told I cannot insist. Build the bay and I need never ask again.',
        day: -15.0,
        goodPoints: 35,
        replies: [
          {
            author: 'member-62',
            stance: 'neutral',
            body: 'I believe you, and I should say that most drivers try. What would you need from the company to be able to insist until the new buses come?',
            day: -14.4,
            goodPoints: 13,
            replies: [
              {
                author: 'callum',
                stance: 'neutral',
                body: 'A recorded message, so it is the bus asking and not me. And a promise in writing that I will not be marked down for the three minutes it takes.',
                day: -13.8,
                goodPoints: 29,
              },
            ],
          },
        ],
      },
      {
        author: 'member-106',
        stance: 'against',
        body: 'Four seats on a small country bus is a quarter of it. On the 8.05 there are pensioners standing already. Could this be for buses above a certain length?',
        day: -8.1,
        goodPoints: 11,
        replies: [
          {
            author: 'member-62',
            stance: 'question',
            body: 'With tip-up seats in both spaces you lose one fixed seat when nobody is using them. Would that do for the 8.05?',
            day: -7.5,
            goodPoints: 10,
          },
        ],
      },
    ],
  },
  {
    key: 'buses-franchise-team',
    author: 'member-13',
    statement:
      'Set up one national team that any council can hire, at cost, to plan and buy its franchised buses.',
    argument: `I worked on contracts for a county council. When we first looked at franchising there were three of us, one on loan from school transport. The operator sent eleven people to the meeting, two of them barristers.

Manchester had a team of dozens and five years. A county with one town of 60,000 cannot, and should not have to. Consultants offered to write our case for £1.4 million, and I would bet that half of it was the case they wrote for somebody else.

**Write it once, and well.** A public team, perhaps 120 people, that turns up with model contracts, knows what a depot is worth, and goes on to the next place.`,
    day: -14.2,
    tags: ['transport'],
    lean: [0.8, 0.7, 0.64],
    pass: 0.33,
    reach: 0.52,
    comments: [
      {
        author: 'member-29',
        stance: 'against',
        body: 'I am a councillor. A national team will have a national way of doing it. We want small operators and electric minibuses and will be sent the Manchester model with our name typed over it.',
        day: -13.3,
        goodPoints: 17,
        replies: [
          {
            author: 'member-13',
            stance: 'for',
            body: 'You would be the client and could send them home. With consultants we could not, because the fee was spent by the time we saw the draft.',
            day: -12.7,
            goodPoints: 13,
          },
        ],
      },
      {
        author: 'lowri',
        stance: 'question',
        body: 'At cost, payable when? A small council can pay from the fares in year three. It cannot pay in year one, which is when it needs the team.',
        day: -6.6,
        goodPoints: 15,
      },
    ],
  },
  {
    key: 'buses-stranded-taxi',
    author: 'jamie',
    statement:
      'If the last bus of the day is cancelled, the operator should pay for a taxi home for everyone left at the stop.',
    argument: `My shift finishes at 10.15 at night. The last bus is 10.41. Since I started it has been cancelled five times in seven weeks. The app says “we are sorry for any inconvenience”. The inconvenience is four miles along the A57, or £17, which is more than an hour’s wage.

I keep a spreadsheet, so I know it was five.

I do not want compensation in 28 days. I want to be home. **Put a number on the stop that you ring, and a taxi comes, and they get the bill.** My guess is that after a month of those bills, the last bus would be the one that always runs.`,
    day: -10.4,
    tags: ['transport', 'work'],
    lean: [0.92, 0.76, 0.87],
    pass: 0.1,
    reach: 0.6,
    revision: {
      statement:
        'If the last bus of the day is cancelled, the operator should get everyone at the stop home at its own cost, in a vehicle that each of them can board.',
      argument: `My shift finishes at 10.15 at night. The last bus is 10.41. Since I started it has been cancelled five times in seven weeks. The app says “we are sorry for any inconvenience”. The inconvenience is four miles along the A57, or £17, which is more than an hour’s wage.

I keep a spreadsheet, so I know it was five.

I do not want compensation in 28 days. I want to be home. **Put a number on the stop that you ring, and something comes that you can get into, wheelchair or not, and they get the bill.** My guess is that after a month of those bills, the last bus would be the one that always runs.`,
      reason:
        'A member who uses a wheelchair asked who would be left when the taxis had gone. As I wrote it, they would. Any vehicle will do now, so long as each person can board it.',
      day: -6.2,
    },
    comments: [
      {
        author: 'member-24',
        stance: 'against',
        body: 'I am the one who cancels it. At ten at night I have one spare driver and four gaps. If the last one carries a bill, I will cancel the 9.40 instead, and leave those people an hour. Is that better?',
        day: -9.9,
        goodPoints: 26,
        replies: [
          {
            author: 'jamie',
            stance: 'for',
            body: 'Yes, to be honest. They have another bus, even if they are angry. After mine there is nothing until 5.50.',
            day: -9.5,
            goodPoints: 30,
            replies: [
              {
                author: 'member-24',
                stance: 'neutral',
                body: 'Put like that, I would make the same choice. We have never been told which one matters most. Nobody asked us to rank them.',
                day: -9.0,
                goodPoints: 22,
              },
            ],
          },
        ],
      },
      {
        author: 'member-62',
        stance: 'question',
        body: 'Most taxis here cannot take my chair, and none after nine. Would I be the one left at the stop while the others are driven home?',
        day: -8.6,
        goodPoints: 28,
        replies: [
          {
            author: 'jamie',
            stance: 'neutral',
            body: 'I had not thought of that and I am sorry. It has to be a vehicle you can get in, or they send a bus. If someone can tell me how to change the wording in the space left, I will.',
            day: -8.0,
            goodPoints: 19,
          },
        ],
      },
      {
        author: 'member-99',
        stance: 'against',
        body: 'A small family firm with six buses and one breakdown would be out £400 in a night. This suits the big groups, which can spread it. I suspect everyone under twenty vehicles would just stop running evenings.',
        day: -4.3,
        goodPoints: 12,
        withdrawn: true,
      },
    ],
  },
  {
    key: 'buses-fuel-duty',
    author: 'member-8',
    statement: 'Raise fuel duty by 2p a litre and spend all of it on buses.',
    argument: `Everybody on this page wants more buses. Hardly anyone says who pays. I will, and I drive.

Fuel duty was frozen or cut every year for fifteen years from 2011. In that time bus fares went up by more than half. We have been making the car cheaper and the bus dearer year after year, and then asking why people choose the car.

2p is about a pound on a tank. It would bring in some £900 million, which is 3,600 buses at the figure in the paper. **Put it in a fund with one purpose and print the total on the side of every bus it pays for.**`,
    day: -9.1,
    tags: ['transport', 'energy'],
    lean: [0.33, 0.46, 0.27],
    pass: 0.14,
    reach: 0.5,
    comments: [
      {
        author: 'faisal',
        stance: 'against',
        body: 'The people I advise who drive have no choice in the matter: a 2009 Corsa, a shift at five, no bus. You would charge them for the bus they are still waiting for. Buses first, and then we can talk about the pound.',
        day: -8.4,
        goodPoints: 32,
        replies: [
          {
            author: 'member-8',
            stance: 'question',
            body: 'From what money, though? “Buses first” has meant no buses for fifteen years. What tax would you accept?',
            day: -7.9,
            goodPoints: 21,
            replies: [
              {
                author: 'faisal',
                stance: 'neutral',
                body: 'A charge on company parking in town centres, as Nottingham has had since 2012. It paid for trams, and the man in the Corsa does not have a space at head office.',
                day: -7.2,
                goodPoints: 27,
              },
            ],
          },
        ],
      },
      {
        author: 'kofi',
        stance: 'question',
        body: 'I favour this for the climate, but in fifteen years it is a tax on nothing, because the cars will be electric. What pays for the drivers then?',
        day: -5.4,
        goodPoints: 14,
      },
    ],
  },
  {
    key: 'buses-driver-toilets',
    author: 'callum',
    statement:
      'No bus contract should be let unless drivers have a clean toilet within five minutes of one end of the route.',
    argument: `I have driven buses in and around Paisley for eleven years. On two of my routes there is nothing at either end. You learn not to drink before a shift, which is bad for the kidneys and worse for the temper. Women who drive with me have it harder, and three have left and said why.

Companies say that it is the council’s land, and councils say that it is the company’s staff. With a franchise there is one contract, and so **one place to write it down**.

A cubicle with a sink costs about £30,000. Training a new driver costs £8,000, and we train a great many.`,
    day: -2.4,
    tags: ['transport', 'work'],
    lean: [0.93, 0.85, 0.91],
    pass: 0.11,
    reach: 0.04,
    comments: [
      {
        author: 'member-24',
        stance: 'for',
        body: 'We rent the use of one from a chip shop for £40 a week. It took one phone call. I am ashamed that it took us six years to make it.',
        day: -1.6,
        goodPoints: 13,
        replies: [
          {
            author: 'callum',
            stance: 'neutral',
            body: 'That would count, for me. Is it open at six in the morning?',
            day: -0.8,
            goodPoints: 5,
          },
        ],
      },
    ],
  },
];
