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
declare module '@salesforce/apex/MdfClaimController.getForm' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimForm } from 'c/mdfTypes';
  const method: ApexMethod<void, ClaimForm>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.saveDraft' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimInput, ClaimView } from 'c/mdfTypes';
  const method: ApexMethod<{ claim: ClaimInput }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.submitClaim' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimInput, ClaimView } from 'c/mdfTypes';
  const method: ApexMethod<{ claim: ClaimInput }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.addFile' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimView } from 'c/mdfTypes';
  const method: ApexMethod<{ claimId: string; fileName: string; base64: string; kind: string | null }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.addUploaded' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimView } from 'c/mdfTypes';
  const method: ApexMethod<{ claimId: string; versionIds: string[] }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.removeDocument' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimView } from 'c/mdfTypes';
  const method: ApexMethod<{ documentId: string }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.correctDocument' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimView, DocumentInput } from 'c/mdfTypes';
  const method: ApexMethod<{ document: DocumentInput }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.readAgain' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimView } from 'c/mdfTypes';
  const method: ApexMethod<{ documentId: string }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.getClaim' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimView } from 'c/mdfTypes';
  const method: ApexMethod<{ claimId: string }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.draftSummary' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ claimId: string }, string>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.withdrawClaim' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimView } from 'c/mdfTypes';
  const method: ApexMethod<{ claimId: string }, ClaimView>;
  export default method;
}
declare module '@salesforce/apex/MdfClaimController.listClaims' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimView, PageOf } from 'c/mdfTypes';
  const method: ApexMethod<{ status: string | null; pageSize: number; pageNumber: number }, PageOf<ClaimView>>;
  export default method;
}
declare module '@salesforce/apex/MdfRequestController.listPrograms' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ProgramView } from 'c/mdfTypes';
  const method: ApexMethod<void, ProgramView[]>;
  export default method;
}
declare module '@salesforce/apex/MdfRequestController.getRequest' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestView } from 'c/mdfTypes';
  const method: ApexMethod<{ requestId: string }, RequestView>;
  export default method;
}
declare module '@salesforce/apex/MdfRequestController.saveDraft' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestInput, RequestView } from 'c/mdfTypes';
  const method: ApexMethod<{ request: RequestInput }, RequestView>;
  export default method;
}
declare module '@salesforce/apex/MdfRequestController.submitRequest' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestInput, RequestView } from 'c/mdfTypes';
  const method: ApexMethod<{ request: RequestInput }, RequestView>;
  export default method;
}
declare module '@salesforce/apex/MdfRequestController.getOverview' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { FundOverview } from 'c/mdfTypes';
  const method: ApexMethod<void, FundOverview>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.listQueue' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PageOf, ReviewRow } from 'c/mdfTypes';
  const method: ApexMethod<{ filter: string; pageSize: number; pageNumber: number }, PageOf<ReviewRow>>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.exportCsv' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ filter: string }, string>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.getReview' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ReviewCard } from 'c/mdfTypes';
  const method: ApexMethod<{ claimId: string }, ReviewCard>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.previewAmount' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Adjustment } from 'c/mdfTypes';
  const method: ApexMethod<{ claimId: string; adjustments: Adjustment[] }, number>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.approve' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ReviewCard } from 'c/mdfTypes';
  const method: ApexMethod<
    { claimId: string; messageToPartner: string | null; comment: string | null; overrideReason: string | null },
    ReviewCard
  >;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.approveInPart' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Adjustment, ReviewCard } from 'c/mdfTypes';
  const method: ApexMethod<
    { claimId: string; adjustments: Adjustment[]; messageToPartner: string | null; comment: string | null; overrideReason: string | null },
    ReviewCard
  >;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.reject' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ReviewCard } from 'c/mdfTypes';
  const method: ApexMethod<
    { claimId: string; messageToPartner: string | null; comment: string | null; overrideReason: string | null },
    ReviewCard
  >;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.askForInformation' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ReviewCard } from 'c/mdfTypes';
  const method: ApexMethod<{ claimId: string; question: string; overrideReason: string | null }, ReviewCard>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.approveMany' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DecisionOutcome } from 'c/mdfTypes';
  const method: ApexMethod<{ claimIds: string[]; comment: string | null }, DecisionOutcome[]>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.retryReview' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ReviewCard } from 'c/mdfTypes';
  const method: ApexMethod<{ claimId: string }, ReviewCard>;
  export default method;
}
declare module '@salesforce/apex/MdfPaymentController.listPayments' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PageOf, PaymentRow } from 'c/mdfTypes';
  const method: ApexMethod<{ filter: string; pageSize: number; pageNumber: number }, PageOf<PaymentRow>>;
  export default method;
}
declare module '@salesforce/apex/MdfPaymentController.exportLedger' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ filter: string }, string>;
  export default method;
}
declare module '@salesforce/apex/MdfPaymentController.markPaid' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PaymentInput, PaymentOutcome } from 'c/mdfTypes';
  const method: ApexMethod<{ payments: PaymentInput[] }, PaymentOutcome[]>;
  export default method;
}
declare module '@salesforce/apex/MdfRequestController.listRequests' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PageOf, RequestView } from 'c/mdfTypes';
  const method: ApexMethod<{ status: string | null; pageSize: number; pageNumber: number }, PageOf<RequestView>>;
  export default method;
}
declare module '@salesforce/apex/MdfRequestController.withdrawRequest' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestView } from 'c/mdfTypes';
  const method: ApexMethod<{ requestId: string }, RequestView>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.listRequestQueue' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PageOf, RequestRow } from 'c/mdfTypes';
  const method: ApexMethod<{ filter: string; pageSize: number; pageNumber: number }, PageOf<RequestRow>>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.getRequestReview' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestCard } from 'c/mdfTypes';
  const method: ApexMethod<{ requestId: string }, RequestCard>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.approveRequest' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestCard } from 'c/mdfTypes';
  const method: ApexMethod<{ requestId: string; amount: number; messageToPartner: string | null; comment: string | null }, RequestCard>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.rejectRequest' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestCard } from 'c/mdfTypes';
  const method: ApexMethod<{ requestId: string; messageToPartner: string; comment: string | null }, RequestCard>;
  export default method;
}
declare module '@salesforce/apex/MdfReviewController.askAboutRequest' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestCard } from 'c/mdfTypes';
  const method: ApexMethod<{ requestId: string; question: string }, RequestCard>;
  export default method;
}
