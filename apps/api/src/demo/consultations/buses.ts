import type { ConsultationScript } from '../script.js';
import { busesProposals } from './buses.proposals.js';

export const buses: ConsultationScript = {
  key: 'buses',
  title: 'Buses people can plan a life around',
  question:
    'Franchising powers are in place. What should every town be able to count on before 7am and after 7pm?',
  paper: `## What has changed
Every transport authority in England may now take charge of its buses: set the routes, the times and the fares, and pay companies to run them. It was a privilege of London for forty years. Greater Manchester finished the change in 2025. Wales is bringing all its buses under one plan, area by area, and in Scotland councils have had the power since 2019 and used it little.

A power is not a bus. This paper asks what people should get from it.

## What members have told us
- **The edges of the day have gone.** Outside the big cities, evening mileage has fallen by more than daytime mileage. A care worker in Grimsby starts at seven. Her first bus is at 7.10.
- **One missed bus costs a job.** When a service is hourly, a cancellation is not a delay. It is a missed shift.
- **It is about trust.** People buy a car, often a bad one on credit, the week after they are stranded for the second time.

## What is fixed
- The powers themselves, and the right of a council not to use them.
- Free travel for older and disabled people stays, though its hours may be argued over.
- Trams and trains have their own paper next year.

## What is open
1. **A minimum.** Should there be a level of service that no town or village falls below, and what is it?
2. **Fares.** Lower for all, free for some, or the same and more buses?
3. **Roads.** How much space should buses take from cars?
4. **People.** What do passengers and drivers need for the thing to work on a wet night in February?

## The money
Government gives about £1 billion a year to buses in England outside London, on top of the free passes. A bus on the road for a year, with its drivers, costs around £250,000. Half-hourly instead of hourly on a route of forty minutes takes two more. Please say what you would run first, and what could wait.

Transport in Scotland and Wales is decided there. What members in those nations send is passed on with its votes, and their experience is wanted here.`,
  questions: [
    'Which journey would you make by bus tomorrow, if you could rely on it?',
    'What is the least that a town of your size should be able to count on?',
    'Would you put lower fares or more buses first?',
    'What would you tell a driver who must give up a lane?',
  ],
  commissions: ['transport'],
  convenor: 'daniel',
  template: 'standard',
  phase: 'open',
  created: -33,
  opened: -20,
  votesUntil: 40,
  answersBy: 60,
  turnout: 0.45,
  proposals: busesProposals,
};
