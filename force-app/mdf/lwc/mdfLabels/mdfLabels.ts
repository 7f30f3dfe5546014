import valueDraft from '@salesforce/label/c.Mdf_Ui_Value_Draft';
import valueSubmitted from '@salesforce/label/c.Mdf_Ui_Value_Submitted';
import valueInReview from '@salesforce/label/c.Mdf_Ui_Value_In_Review';
import valueInfoRequested from '@salesforce/label/c.Mdf_Ui_Value_Info_Requested';
import valueApproved from '@salesforce/label/c.Mdf_Ui_Value_Approved';
import valueRejected from '@salesforce/label/c.Mdf_Ui_Value_Rejected';
import valueWithdrawn from '@salesforce/label/c.Mdf_Ui_Value_Withdrawn';
import valuePaid from '@salesforce/label/c.Mdf_Ui_Value_Paid';
import formTitle from '@salesforce/label/c.Mdf_Ui_Form_Title';
import formEditTitle from '@salesforce/label/c.Mdf_Ui_Form_Edit_Title';
import formIntro from '@salesforce/label/c.Mdf_Ui_Form_Intro';
import formNoRequests from '@salesforce/label/c.Mdf_Ui_Form_No_Requests';
import formRequest from '@salesforce/label/c.Mdf_Ui_Form_Request';
import formRequestHelp from '@salesforce/label/c.Mdf_Ui_Form_Request_Help';
import formSectionFiles from '@salesforce/label/c.Mdf_Ui_Form_Section_Files';
import formSectionClaim from '@salesforce/label/c.Mdf_Ui_Form_Section_Claim';
import formFiles from '@salesforce/label/c.Mdf_Ui_Form_Files';
import formFilesHelp from '@salesforce/label/c.Mdf_Ui_Form_Files_Help';
import formActivityStart from '@salesforce/label/c.Mdf_Ui_Form_Activity_Start';
import formActivityEnd from '@salesforce/label/c.Mdf_Ui_Form_Activity_End';
import formAmount from '@salesforce/label/c.Mdf_Ui_Form_Amount';
import formCurrency from '@salesforce/label/c.Mdf_Ui_Form_Currency';
import formRate from '@salesforce/label/c.Mdf_Ui_Form_Rate';
import formRateDate from '@salesforce/label/c.Mdf_Ui_Form_Rate_Date';
import formRateSource from '@salesforce/label/c.Mdf_Ui_Form_Rate_Source';
import formSummary from '@salesforce/label/c.Mdf_Ui_Form_Summary';
import formDraftSummary from '@salesforce/label/c.Mdf_Ui_Form_Draft_Summary';
import formReply from '@salesforce/label/c.Mdf_Ui_Form_Reply';
import formSubmit from '@salesforce/label/c.Mdf_Ui_Form_Submit';
import formSaveDraft from '@salesforce/label/c.Mdf_Ui_Form_Save_Draft';
import formSaved from '@salesforce/label/c.Mdf_Ui_Form_Saved';
import formSubmitted from '@salesforce/label/c.Mdf_Ui_Form_Submitted';
import formSubmittedText from '@salesforce/label/c.Mdf_Ui_Form_Submitted_Text';
import formMissing from '@salesforce/label/c.Mdf_Ui_Form_Missing';
import formBlocking from '@salesforce/label/c.Mdf_Ui_Form_Blocking';
import formComplete from '@salesforce/label/c.Mdf_Ui_Form_Complete';
import formReading from '@salesforce/label/c.Mdf_Ui_Form_Reading';
import formReadingSlow from '@salesforce/label/c.Mdf_Ui_Form_Reading_Slow';
import formBadAmount from '@salesforce/label/c.Mdf_Ui_Form_Bad_Amount';
import formBadCurrency from '@salesforce/label/c.Mdf_Ui_Form_Bad_Currency';
import formBadRate from '@salesforce/label/c.Mdf_Ui_Form_Bad_Rate';
import formBadPeriod from '@salesforce/label/c.Mdf_Ui_Form_Bad_Period';
import formFixOne from '@salesforce/label/c.Mdf_Ui_Form_Fix_One';
import formFixMany from '@salesforce/label/c.Mdf_Ui_Form_Fix_Many';
import formNotSaved from '@salesforce/label/c.Mdf_Ui_Form_Not_Saved';
import formRestored from '@salesforce/label/c.Mdf_Ui_Form_Restored';
import formDiscard from '@salesforce/label/c.Mdf_Ui_Form_Discard';
import documentRead from '@salesforce/label/c.Mdf_Ui_Document_Read';
import documentCorrected from '@salesforce/label/c.Mdf_Ui_Document_Corrected';
import documentSure from '@salesforce/label/c.Mdf_Ui_Document_Sure';
import documentLikely from '@salesforce/label/c.Mdf_Ui_Document_Likely';
import documentUnsure from '@salesforce/label/c.Mdf_Ui_Document_Unsure';
import documentSave from '@salesforce/label/c.Mdf_Ui_Document_Save';
import documentRemove from '@salesforce/label/c.Mdf_Ui_Document_Remove';
import documentReadAgain from '@salesforce/label/c.Mdf_Ui_Document_Read_Again';
import documentKind from '@salesforce/label/c.Mdf_Ui_Document_Kind';
import documentVendor from '@salesforce/label/c.Mdf_Ui_Document_Vendor';
import documentVendorTaxId from '@salesforce/label/c.Mdf_Ui_Document_Vendor_Tax_Id';
import documentInvoiceNumber from '@salesforce/label/c.Mdf_Ui_Document_Invoice_Number';
import documentIssueDate from '@salesforce/label/c.Mdf_Ui_Document_Issue_Date';
import documentServiceFrom from '@salesforce/label/c.Mdf_Ui_Document_Service_From';
import documentServiceTo from '@salesforce/label/c.Mdf_Ui_Document_Service_To';
import documentCurrency from '@salesforce/label/c.Mdf_Ui_Document_Currency';
import documentNet from '@salesforce/label/c.Mdf_Ui_Document_Net';
import documentTax from '@salesforce/label/c.Mdf_Ui_Document_Tax';
import documentTotal from '@salesforce/label/c.Mdf_Ui_Document_Total';
import documentLine from '@salesforce/label/c.Mdf_Ui_Document_Line';
import reviewTitle from '@salesforce/label/c.Mdf_Ui_Review_Title';
import reviewApprove from '@salesforce/label/c.Mdf_Ui_Review_Approve';
import reviewConfirmApprove from '@salesforce/label/c.Mdf_Ui_Review_Confirm_Approve';
import reviewPart from '@salesforce/label/c.Mdf_Ui_Review_Part';
import reviewConfirmPart from '@salesforce/label/c.Mdf_Ui_Review_Confirm_Part';
import reviewReject from '@salesforce/label/c.Mdf_Ui_Review_Reject';
import reviewConfirmReject from '@salesforce/label/c.Mdf_Ui_Review_Confirm_Reject';
import reviewAsk from '@salesforce/label/c.Mdf_Ui_Review_Ask';
import reviewConfirmAsk from '@salesforce/label/c.Mdf_Ui_Review_Confirm_Ask';
import reviewQuestion from '@salesforce/label/c.Mdf_Ui_Review_Question';
import reviewMessage from '@salesforce/label/c.Mdf_Ui_Review_Message';
import reviewMessageHelp from '@salesforce/label/c.Mdf_Ui_Review_Message_Help';
import reviewDone from '@salesforce/label/c.Mdf_Ui_Review_Done';
import reviewRetried from '@salesforce/label/c.Mdf_Ui_Review_Retried';
import reviewSample from '@salesforce/label/c.Mdf_Ui_Review_Sample';
import reviewOff from '@salesforce/label/c.Mdf_Ui_Review_Off';
import reviewNotScored from '@salesforce/label/c.Mdf_Ui_Review_Not_Scored';
import reviewBaseline from '@salesforce/label/c.Mdf_Ui_Review_Baseline';
import reviewDiscrepancies from '@salesforce/label/c.Mdf_Ui_Review_Discrepancies';
import reviewNoDiscrepancies from '@salesforce/label/c.Mdf_Ui_Review_No_Discrepancies';
import reviewHigh from '@salesforce/label/c.Mdf_Ui_Review_High';
import reviewMedium from '@salesforce/label/c.Mdf_Ui_Review_Medium';
import reviewLow from '@salesforce/label/c.Mdf_Ui_Review_Low';
import reviewLines from '@salesforce/label/c.Mdf_Ui_Review_Lines';
import reviewAdjusted from '@salesforce/label/c.Mdf_Ui_Review_Adjusted';
import reviewReason from '@salesforce/label/c.Mdf_Ui_Review_Reason';
import reviewReasonRequired from '@salesforce/label/c.Mdf_Ui_Review_Reason_Required';
import reviewBadAmount from '@salesforce/label/c.Mdf_Ui_Review_Bad_Amount';
import reviewWhole from '@salesforce/label/c.Mdf_Ui_Review_Whole';
import reviewEligible from '@salesforce/label/c.Mdf_Ui_Review_Eligible';
import reviewNoAdjustment from '@salesforce/label/c.Mdf_Ui_Review_No_Adjustment';
import queueTitle from '@salesforce/label/c.Mdf_Ui_Queue_Title';
import queueCount from '@salesforce/label/c.Mdf_Ui_Queue_Count';
import queueOne from '@salesforce/label/c.Mdf_Ui_Queue_One';
import queueEmpty from '@salesforce/label/c.Mdf_Ui_Queue_Empty';
import queueWaiting from '@salesforce/label/c.Mdf_Ui_Queue_Waiting';
import queueClean from '@salesforce/label/c.Mdf_Ui_Queue_Clean';
import queueNotScored from '@salesforce/label/c.Mdf_Ui_Queue_Not_Scored';
import queueWaitingForPartner from '@salesforce/label/c.Mdf_Ui_Queue_Waiting_For_Partner';
import queueDecided from '@salesforce/label/c.Mdf_Ui_Queue_Decided';
import queueName from '@salesforce/label/c.Mdf_Ui_Queue_Name';
import queuePartner from '@salesforce/label/c.Mdf_Ui_Queue_Partner';
import queueRequest from '@salesforce/label/c.Mdf_Ui_Queue_Request';
import queueClaimed from '@salesforce/label/c.Mdf_Ui_Queue_Claimed';
import queueEligible from '@salesforce/label/c.Mdf_Ui_Queue_Eligible';
import queueScore from '@salesforce/label/c.Mdf_Ui_Queue_Score';
import queueRecommended from '@salesforce/label/c.Mdf_Ui_Queue_Recommended';
import queueDue from '@salesforce/label/c.Mdf_Ui_Queue_Due';
import queueStatus from '@salesforce/label/c.Mdf_Ui_Queue_Status';
import queueApproveSelected from '@salesforce/label/c.Mdf_Ui_Queue_Approve_Selected';
import queueConfirmApprove from '@salesforce/label/c.Mdf_Ui_Queue_Confirm_Approve';
import queueApproveConsequence from '@salesforce/label/c.Mdf_Ui_Queue_Approve_Consequence';
import queueComment from '@salesforce/label/c.Mdf_Ui_Queue_Comment';
import queueDone from '@salesforce/label/c.Mdf_Ui_Queue_Done';
import paymentsTitle from '@salesforce/label/c.Mdf_Ui_Payments_Title';
import paymentsCount from '@salesforce/label/c.Mdf_Ui_Payments_Count';
import paymentsOne from '@salesforce/label/c.Mdf_Ui_Payments_One';
import paymentsEmpty from '@salesforce/label/c.Mdf_Ui_Payments_Empty';
import paymentsDue from '@salesforce/label/c.Mdf_Ui_Payments_Due';
import paymentsPaid from '@salesforce/label/c.Mdf_Ui_Payments_Paid';
import paymentsAmount from '@salesforce/label/c.Mdf_Ui_Payments_Amount';
import paymentsProgram from '@salesforce/label/c.Mdf_Ui_Payments_Program';
import paymentsCostCentre from '@salesforce/label/c.Mdf_Ui_Payments_Cost_Centre';
import paymentsAccount from '@salesforce/label/c.Mdf_Ui_Payments_Account';
import paymentsApproved from '@salesforce/label/c.Mdf_Ui_Payments_Approved';
import paymentsReference from '@salesforce/label/c.Mdf_Ui_Payments_Reference';
import paymentsPaidOn from '@salesforce/label/c.Mdf_Ui_Payments_Paid_On';
import paymentsMark from '@salesforce/label/c.Mdf_Ui_Payments_Mark';
import paymentsConfirm from '@salesforce/label/c.Mdf_Ui_Payments_Confirm';
import paymentsConsequence from '@salesforce/label/c.Mdf_Ui_Payments_Consequence';
import paymentsDone from '@salesforce/label/c.Mdf_Ui_Payments_Done';

/** What the components of market development funds say. */
export const labels = {
  valueDraft,
  valueSubmitted,
  valueInReview,
  valueInfoRequested,
  valueApproved,
  valueRejected,
  valueWithdrawn,
  valuePaid,
  formTitle,
  formEditTitle,
  formIntro,
  formNoRequests,
  formRequest,
  formRequestHelp,
  formSectionFiles,
  formSectionClaim,
  formFiles,
  formFilesHelp,
  formActivityStart,
  formActivityEnd,
  formAmount,
  formCurrency,
  formRate,
  formRateDate,
  formRateSource,
  formSummary,
  formDraftSummary,
  formReply,
  formSubmit,
  formSaveDraft,
  formSaved,
  formSubmitted,
  formSubmittedText,
  formMissing,
  formBlocking,
  formComplete,
  formReading,
  formReadingSlow,
  formBadAmount,
  formBadCurrency,
  formBadRate,
  formBadPeriod,
  formFixOne,
  formFixMany,
  formNotSaved,
  formRestored,
  formDiscard,
  documentRead,
  documentCorrected,
  documentSure,
  documentLikely,
  documentUnsure,
  documentSave,
  documentRemove,
  documentReadAgain,
  documentKind,
  documentVendor,
  documentVendorTaxId,
  documentInvoiceNumber,
  documentIssueDate,
  documentServiceFrom,
  documentServiceTo,
  documentCurrency,
  documentNet,
  documentTax,
  documentTotal,
  documentLine,
  reviewTitle,
  reviewApprove,
  reviewConfirmApprove,
  reviewPart,
  reviewConfirmPart,
  reviewReject,
  reviewConfirmReject,
  reviewAsk,
  reviewConfirmAsk,
  reviewQuestion,
  reviewMessage,
  reviewMessageHelp,
  reviewDone,
  reviewRetried,
  reviewSample,
  reviewOff,
  reviewNotScored,
  reviewBaseline,
  reviewDiscrepancies,
  reviewNoDiscrepancies,
  reviewHigh,
  reviewMedium,
  reviewLow,
  reviewLines,
  reviewAdjusted,
  reviewReason,
  reviewReasonRequired,
  reviewBadAmount,
  reviewWhole,
  reviewEligible,
  reviewNoAdjustment,
  queueTitle,
  queueCount,
  queueOne,
  queueEmpty,
  queueWaiting,
  queueClean,
  queueNotScored,
  queueWaitingForPartner,
  queueDecided,
  queueName,
  queuePartner,
  queueRequest,
  queueClaimed,
  queueEligible,
  queueScore,
  queueRecommended,
  queueDue,
  queueStatus,
  queueApproveSelected,
  queueConfirmApprove,
  queueApproveConsequence,
  queueComment,
  queueDone,
  paymentsTitle,
  paymentsCount,
  paymentsOne,
  paymentsEmpty,
  paymentsDue,
  paymentsPaid,
  paymentsAmount,
  paymentsProgram,
  paymentsCostCentre,
  paymentsAccount,
  paymentsApproved,
  paymentsReference,
  paymentsPaidOn,
  paymentsMark,
  paymentsConfirm,
  paymentsConsequence,
  paymentsDone
};
