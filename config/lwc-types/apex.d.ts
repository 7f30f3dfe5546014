/** The package's @AuraEnabled methods. Their parameters and results are described in each domain's types module. */

declare module '@salesforce/apex/DealRegistrationController.getFormOptions' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { FormOptions } from 'c/dealTypes';
  const method: ApexMethod<void, FormOptions>;
  export default method;
}
declare module '@salesforce/apex/DealRegistrationController.checkDuplicates' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DuplicateHint } from 'c/dealTypes';
  const method: ApexMethod<{ company: string | null; domain: string | null; country: string | null }, DuplicateHint>;
  export default method;
}
declare module '@salesforce/apex/DealRegistrationController.saveDraft' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DealInput, DealView } from 'c/dealTypes';
  const method: ApexMethod<{ deal: DealInput }, DealView>;
  export default method;
}
declare module '@salesforce/apex/DealRegistrationController.submitDeal' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DealInput, DealView } from 'c/dealTypes';
  const method: ApexMethod<{ deal: DealInput }, DealView>;
  export default method;
}
declare module '@salesforce/apex/DealRegistrationController.listDeals' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DealPage } from 'c/dealTypes';
  const method: ApexMethod<{ status: string | null; pageSize: number; pageNumber: number }, DealPage>;
  export default method;
}
declare module '@salesforce/apex/DealRegistrationController.getDeal' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DealView } from 'c/dealTypes';
  const method: ApexMethod<{ dealId: string }, DealView>;
  export default method;
}
declare module '@salesforce/apex/DealRegistrationController.withdrawDeal' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DealView } from 'c/dealTypes';
  const method: ApexMethod<{ dealId: string }, DealView>;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.getScoreCard' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ScoreCard } from 'c/dealTypes';
  const method: ApexMethod<{ dealId: string }, ScoreCard>;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.listQueue' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ReviewPage } from 'c/dealTypes';
  const method: ApexMethod<{ filter: string; pageSize: number; pageNumber: number }, ReviewPage>;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.approve' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ScoreCard } from 'c/dealTypes';
  const method: ApexMethod<{ dealId: string; comment: string | null; overrideReason: string | null }, ScoreCard>;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.reject' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ScoreCard } from 'c/dealTypes';
  const method: ApexMethod<{ dealId: string; messageToPartner: string; comment: string | null; overrideReason: string | null }, ScoreCard>;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.askForInformation' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ScoreCard } from 'c/dealTypes';
  const method: ApexMethod<{ dealId: string; question: string; overrideReason: string | null }, ScoreCard>;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.decideMany' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { BulkOutcome } from 'c/dealTypes';
  const method: ApexMethod<
    {
      dealIds: string[];
      decision: 'approve' | 'reject';
      messageToPartner: string | null;
      comment: string | null;
      overrideReason: string | null;
    },
    BulkOutcome[]
  >;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.retryScoring' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ScoreCard } from 'c/dealTypes';
  const method: ApexMethod<{ dealId: string }, ScoreCard>;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.retryConversion' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ScoreCard } from 'c/dealTypes';
  const method: ApexMethod<{ dealId: string }, ScoreCard>;
  export default method;
}
declare module '@salesforce/apex/DealReviewController.exportCsv' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ filter: string }, string>;
  export default method;
}
declare module '@salesforce/apex/HealthCheckController.runChecks' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { CheckRow } from 'c/coreTypes';
  const method: ApexMethod<void, CheckRow[]>;
  export default method;
}
declare module '@salesforce/apex/UseCaseSettingsController.getUseCases' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { UseCaseRow } from 'c/coreTypes';
  const method: ApexMethod<void, UseCaseRow[]>;
  export default method;
}
declare module '@salesforce/apex/UseCaseSettingsController.setMode' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { UseCaseRow } from 'c/coreTypes';
  const method: ApexMethod<{ useCase: string; mode: string }, UseCaseRow[]>;
  export default method;
}
declare module '@salesforce/apex/UseCaseSettingsController.save' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { UseCaseChange, UseCaseRow } from 'c/coreTypes';
  const method: ApexMethod<{ input: UseCaseChange }, UseCaseRow[]>;
  export default method;
}
declare module '@salesforce/apex/UseCaseSettingsController.getRetention' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RetentionDays } from 'c/coreTypes';
  const method: ApexMethod<void, RetentionDays>;
  export default method;
}
declare module '@salesforce/apex/UseCaseSettingsController.setRetention' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RetentionDays } from 'c/coreTypes';
  const method: ApexMethod<{ auditDays: number | null; jobDays: number | null }, RetentionDays>;
  export default method;
}
declare module '@salesforce/apex/HealthCheckController.setKillSwitch' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ stopped: boolean }, boolean>;
  export default method;
}
declare module '@salesforce/apex/HealthCheckController.scheduleSweeper' {
  import type { ApexMethod } from '@salesforce/apex';
  /** How many background jobs are scheduled now. */
  const method: ApexMethod<void, number>;
  export default method;
}
declare module '@salesforce/apex/RecommendationFeedController.getFeed' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RecommendationFeed } from 'c/enablementTypes';
  const method: ApexMethod<{ recordId: string | null; size: number }, RecommendationFeed>;
  export default method;
}
declare module '@salesforce/apex/RecommendationFeedController.recordInteraction' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { InteractionKind, Surface } from 'c/enablementTypes';
  const method: ApexMethod<
    { contentId: string; kind: InteractionKind; surface: Surface; reason: string | null; rating: number | null },
    void
  >;
  export default method;
}
declare module '@salesforce/apex/RecommendationFeedController.recordShown' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Surface } from 'c/enablementTypes';
  const method: ApexMethod<{ contentIds: string[]; surface: Surface }, void>;
  export default method;
}
declare module '@salesforce/apex/ContentController.search' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ContentSearchResult } from 'c/enablementTypes';
  const method: ApexMethod<{ text: string; kinds: string[] | null; languages: string[] | null; offset: number }, ContentSearchResult>;
  export default method;
}
declare module '@salesforce/apex/ContentController.getContent' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ContentDetail } from 'c/enablementTypes';
  const method: ApexMethod<{ contentId: string }, ContentDetail>;
  export default method;
}
