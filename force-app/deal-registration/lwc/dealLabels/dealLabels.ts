import valueDraft from '@salesforce/label/c.Deal_Value_Draft';
import valueSubmitted from '@salesforce/label/c.Deal_Value_Submitted';
import valueInReview from '@salesforce/label/c.Deal_Value_In_Review';
import valueInfoRequested from '@salesforce/label/c.Deal_Value_Info_Requested';
import valueApproved from '@salesforce/label/c.Deal_Value_Approved';
import valueRejected from '@salesforce/label/c.Deal_Value_Rejected';
import valueWithdrawn from '@salesforce/label/c.Deal_Value_Withdrawn';
import valueExpired from '@salesforce/label/c.Deal_Value_Expired';
import formTitle from '@salesforce/label/c.Deal_Form_Title';
import formEditTitle from '@salesforce/label/c.Deal_Form_Edit_Title';
import formIntro from '@salesforce/label/c.Deal_Form_Intro';
import formSectionCustomer from '@salesforce/label/c.Deal_Form_Section_Customer';
import formSectionDeal from '@salesforce/label/c.Deal_Form_Section_Deal';
import formCompany from '@salesforce/label/c.Deal_Form_Company';
import formCompanyHelp from '@salesforce/label/c.Deal_Form_Company_Help';
import formDomain from '@salesforce/label/c.Deal_Form_Domain';
import formDomainPlaceholder from '@salesforce/label/c.Deal_Form_Domain_Placeholder';
import formCountry from '@salesforce/label/c.Deal_Form_Country';
import formState from '@salesforce/label/c.Deal_Form_State';
import formCity from '@salesforce/label/c.Deal_Form_City';
import formContactName from '@salesforce/label/c.Deal_Form_Contact_Name';
import formContactEmail from '@salesforce/label/c.Deal_Form_Contact_Email';
import formPhone from '@salesforce/label/c.Deal_Form_Phone';
import formIndustry from '@salesforce/label/c.Deal_Form_Industry';
import formEmployees from '@salesforce/label/c.Deal_Form_Employees';
import formProduct from '@salesforce/label/c.Deal_Form_Product';
import formAmount from '@salesforce/label/c.Deal_Form_Amount';
import formCloseDate from '@salesforce/label/c.Deal_Form_Close_Date';
import formCompetitor from '@salesforce/label/c.Deal_Form_Competitor';
import formDescription from '@salesforce/label/c.Deal_Form_Description';
import formDescriptionHelp from '@salesforce/label/c.Deal_Form_Description_Help';
import formReply from '@salesforce/label/c.Deal_Form_Reply';
import formSubmit from '@salesforce/label/c.Deal_Form_Submit';
import formSaveDraft from '@salesforce/label/c.Deal_Form_Save_Draft';
import formDraftSaved from '@salesforce/label/c.Deal_Form_Draft_Saved';
import formDraftSavedText from '@salesforce/label/c.Deal_Form_Draft_Saved_Text';
import formSubmitted from '@salesforce/label/c.Deal_Form_Submitted';
import formSubmittedText from '@salesforce/label/c.Deal_Form_Submitted_Text';
import formFixErrors from '@salesforce/label/c.Deal_Form_Fix_Errors';
import formFixOneError from '@salesforce/label/c.Deal_Form_Fix_One_Error';
import formNotSaved from '@salesforce/label/c.Deal_Form_Not_Saved';
import formBadDomain from '@salesforce/label/c.Deal_Form_Bad_Domain';
import formBadEmail from '@salesforce/label/c.Deal_Form_Bad_Email';
import formBadAmount from '@salesforce/label/c.Deal_Form_Bad_Amount';
import formBadDate from '@salesforce/label/c.Deal_Form_Bad_Date';
import formBadPhone from '@salesforce/label/c.Deal_Form_Bad_Phone';
import formChecking from '@salesforce/label/c.Deal_Form_Checking';
import formNoDuplicate from '@salesforce/label/c.Deal_Form_No_Duplicate';
import formMore from '@salesforce/label/c.Deal_Form_More';
import formRestored from '@salesforce/label/c.Deal_Form_Restored';
import formDiscard from '@salesforce/label/c.Deal_Form_Discard';
import listTitle from '@salesforce/label/c.Deal_List_Title';
import listNew from '@salesforce/label/c.Deal_List_New';
import listFilter from '@salesforce/label/c.Deal_List_Filter';
import listAll from '@salesforce/label/c.Deal_List_All';
import listNumber from '@salesforce/label/c.Deal_List_Number';
import listCompany from '@salesforce/label/c.Deal_List_Company';
import listAmount from '@salesforce/label/c.Deal_List_Amount';
import listCloseDate from '@salesforce/label/c.Deal_List_Close_Date';
import listStatus from '@salesforce/label/c.Deal_List_Status';
import listNext from '@salesforce/label/c.Deal_List_Next';
import listSubmitted from '@salesforce/label/c.Deal_List_Submitted';
import listEmptyTitle from '@salesforce/label/c.Deal_List_Empty_Title';
import listEmptyText from '@salesforce/label/c.Deal_List_Empty_Text';
import listEmptyFilter from '@salesforce/label/c.Deal_List_Empty_Filter';
import listCount from '@salesforce/label/c.Deal_List_Count';
import listOne from '@salesforce/label/c.Deal_List_One';
import statusTitle from '@salesforce/label/c.Deal_Status_Title';
import statusNext from '@salesforce/label/c.Deal_Status_Next';
import statusMessage from '@salesforce/label/c.Deal_Status_Message';
import statusWorking from '@salesforce/label/c.Deal_Status_Working';
import statusStepSaved from '@salesforce/label/c.Deal_Status_Step_Saved';
import statusStepSubmitted from '@salesforce/label/c.Deal_Status_Step_Submitted';
import statusStepReview from '@salesforce/label/c.Deal_Status_Step_Review';
import statusStepDecided from '@salesforce/label/c.Deal_Status_Step_Decided';
import statusSubmittedOn from '@salesforce/label/c.Deal_Status_Submitted_On';
import statusDecidedOn from '@salesforce/label/c.Deal_Status_Decided_On';
import statusProtectedUntil from '@salesforce/label/c.Deal_Status_Protected_Until';
import statusDetails from '@salesforce/label/c.Deal_Status_Details';
import statusEdit from '@salesforce/label/c.Deal_Status_Edit';
import statusReply from '@salesforce/label/c.Deal_Status_Reply';
import statusWithdraw from '@salesforce/label/c.Deal_Status_Withdraw';
import statusWithdrawConfirm from '@salesforce/label/c.Deal_Status_Withdraw_Confirm';
import statusWithdrawYes from '@salesforce/label/c.Deal_Status_Withdraw_Yes';
import statusWithdrawNo from '@salesforce/label/c.Deal_Status_Withdraw_No';
import statusWithdrawn from '@salesforce/label/c.Deal_Status_Withdrawn';
import statusStillWorking from '@salesforce/label/c.Deal_Status_Still_Working';
import statusYourReply from '@salesforce/label/c.Deal_Status_Your_Reply';
import statusOwner from '@salesforce/label/c.Deal_Status_Owner';
import cardTitle from '@salesforce/label/c.Deal_Card_Title';
import cardSample from '@salesforce/label/c.Deal_Card_Sample';
import cardPartnerFit from '@salesforce/label/c.Deal_Card_Partner_Fit';
import cardDealQuality from '@salesforce/label/c.Deal_Card_Deal_Quality';
import cardConflictRisk from '@salesforce/label/c.Deal_Card_Conflict_Risk';
import cardConflicts from '@salesforce/label/c.Deal_Card_Conflicts';
import cardNoConflicts from '@salesforce/label/c.Deal_Card_No_Conflicts';
import cardMatch from '@salesforce/label/c.Deal_Card_Match';
import cardSamePartner from '@salesforce/label/c.Deal_Card_Same_Partner';
import cardKindRegistration from '@salesforce/label/c.Deal_Card_Kind_registration';
import cardKindOpportunity from '@salesforce/label/c.Deal_Card_Kind_opportunity';
import cardKindAccount from '@salesforce/label/c.Deal_Card_Kind_account';
import cardKindLead from '@salesforce/label/c.Deal_Card_Kind_lead';
import cardHiddenRecord from '@salesforce/label/c.Deal_Card_Hidden_Record';
import cardNotScoredText from '@salesforce/label/c.Deal_Card_Not_Scored_Text';
import cardOff from '@salesforce/label/c.Deal_Card_Off';
import cardApprove from '@salesforce/label/c.Deal_Card_Approve';
import cardReject from '@salesforce/label/c.Deal_Card_Reject';
import cardAsk from '@salesforce/label/c.Deal_Card_Ask';
import cardConfirmApprove from '@salesforce/label/c.Deal_Card_Confirm_Approve';
import cardConfirmReject from '@salesforce/label/c.Deal_Card_Confirm_Reject';
import cardConfirmAsk from '@salesforce/label/c.Deal_Card_Confirm_Ask';
import cardMessage from '@salesforce/label/c.Deal_Card_Message';
import cardMessageHelp from '@salesforce/label/c.Deal_Card_Message_Help';
import cardQuestion from '@salesforce/label/c.Deal_Card_Question';
import cardApproved from '@salesforce/label/c.Deal_Card_Approved';
import cardRejected from '@salesforce/label/c.Deal_Card_Rejected';
import cardAsked from '@salesforce/label/c.Deal_Card_Asked';
import cardRetried from '@salesforce/label/c.Deal_Card_Retried';
import cardOpportunity from '@salesforce/label/c.Deal_Card_Opportunity';
import cardConversionFailed from '@salesforce/label/c.Deal_Card_Conversion_Failed';
import cardRetryConversion from '@salesforce/label/c.Deal_Card_Retry_Conversion';
import cardReply from '@salesforce/label/c.Deal_Card_Reply';
import cardQuestionAsked from '@salesforce/label/c.Deal_Card_Question_Asked';
import cardEvidenceStrong from '@salesforce/label/c.Deal_Card_Evidence_strong';
import cardEvidenceWeak from '@salesforce/label/c.Deal_Card_Evidence_weak';
import cardEvidenceAgainst from '@salesforce/label/c.Deal_Card_Evidence_against';
import queueTitle from '@salesforce/label/c.Deal_Queue_Title';
import queueWaiting from '@salesforce/label/c.Deal_Queue_waiting';
import queueNotScored from '@salesforce/label/c.Deal_Queue_notScored';
import queueWaitingForPartner from '@salesforce/label/c.Deal_Queue_waitingForPartner';
import queueDecided from '@salesforce/label/c.Deal_Queue_decided';
import queueEmpty from '@salesforce/label/c.Deal_Queue_Empty';
import queuePartner from '@salesforce/label/c.Deal_Queue_Partner';
import queueScore from '@salesforce/label/c.Deal_Queue_Score';
import queueRecommended from '@salesforce/label/c.Deal_Queue_Recommended';
import queueConflict from '@salesforce/label/c.Deal_Queue_Conflict';
import queueApproveSelected from '@salesforce/label/c.Deal_Queue_Approve_Selected';
import queueBulkDone from '@salesforce/label/c.Deal_Queue_Bulk_Done';
import queueOne from '@salesforce/label/c.Deal_Queue_One';
import queueApproveConsequence from '@salesforce/label/c.Deal_Queue_Approve_Consequence';
import queueCount from '@salesforce/label/c.Deal_Queue_Count';

/** Every string the components of this domain show, translatable as custom labels. */
export const labels = {
  formTitle,
  formEditTitle,
  formIntro,
  formSectionCustomer,
  formSectionDeal,
  formCompany,
  formCompanyHelp,
  formDomain,
  formDomainPlaceholder,
  formCountry,
  formState,
  formCity,
  formContactName,
  formContactEmail,
  formPhone,
  formIndustry,
  formEmployees,
  formProduct,
  formAmount,
  formCloseDate,
  formCompetitor,
  formDescription,
  formDescriptionHelp,
  formReply,
  formSubmit,
  formSaveDraft,
  formDraftSaved,
  formDraftSavedText,
  formSubmitted,
  formSubmittedText,
  formFixErrors,
  formFixOneError,
  formNotSaved,
  formBadDomain,
  formBadEmail,
  formBadAmount,
  formBadDate,
  formBadPhone,
  formChecking,
  formNoDuplicate,
  formMore,
  formRestored,
  formDiscard,
  listTitle,
  listNew,
  listFilter,
  listAll,
  listNumber,
  listCompany,
  listAmount,
  listCloseDate,
  listStatus,
  listNext,
  listSubmitted,
  listEmptyTitle,
  listEmptyText,
  listEmptyFilter,
  listCount,
  listOne,
  statusTitle,
  statusNext,
  statusMessage,
  statusWorking,
  statusStepSaved,
  statusStepSubmitted,
  statusStepReview,
  statusStepDecided,
  statusSubmittedOn,
  statusDecidedOn,
  statusProtectedUntil,
  statusDetails,
  statusEdit,
  statusReply,
  statusWithdraw,
  statusWithdrawConfirm,
  statusWithdrawYes,
  statusWithdrawNo,
  statusWithdrawn,
  statusStillWorking,
  statusYourReply,
  statusOwner,
  cardTitle,
  cardSample,
  cardPartnerFit,
  cardDealQuality,
  cardConflictRisk,
  cardConflicts,
  cardNoConflicts,
  cardMatch,
  cardSamePartner,
  cardKindRegistration,
  cardKindOpportunity,
  cardKindAccount,
  cardKindLead,
  cardHiddenRecord,
  cardNotScoredText,
  cardOff,
  cardApprove,
  cardReject,
  cardAsk,
  cardConfirmApprove,
  cardConfirmReject,
  cardConfirmAsk,
  cardMessage,
  cardMessageHelp,
  cardQuestion,
  cardApproved,
  cardRejected,
  cardAsked,
  cardRetried,
  cardOpportunity,
  cardConversionFailed,
  cardRetryConversion,
  cardReply,
  cardQuestionAsked,
  cardEvidenceStrong,
  cardEvidenceWeak,
  cardEvidenceAgainst,
  queueTitle,
  queueWaiting,
  queueNotScored,
  queueWaitingForPartner,
  queueDecided,
  queueEmpty,
  queuePartner,
  queueScore,
  queueRecommended,
  queueConflict,
  queueApproveSelected,
  queueBulkDone,
  queueOne,
  queueApproveConsequence,
  queueCount,
  valueDraft,
  valueSubmitted,
  valueInReview,
  valueInfoRequested,
  valueApproved,
  valueRejected,
  valueWithdrawn,
  valueExpired
} as const;
