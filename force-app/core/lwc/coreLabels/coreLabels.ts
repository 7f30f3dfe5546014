import errorNoPermission from '@salesforce/label/c.Error_No_Permission';
import stateLoading from '@salesforce/label/c.Core_State_Loading';
import stateRetry from '@salesforce/label/c.Core_State_Retry';
import stateDeniedTitle from '@salesforce/label/c.Core_State_Denied_Title';
import stateDeniedText from '@salesforce/label/c.Core_State_Denied_Text';
import stateErrorTitle from '@salesforce/label/c.Core_State_Error_Title';
import stateUnknownError from '@salesforce/label/c.Core_State_Unknown_Error';
import stateOfflineTitle from '@salesforce/label/c.Core_State_Offline_Title';
import stateOfflineText from '@salesforce/label/c.Core_State_Offline_Text';
import pagerPrevious from '@salesforce/label/c.Core_Pager_Previous';
import pagerNext from '@salesforce/label/c.Core_Pager_Next';
import pagerPage from '@salesforce/label/c.Core_Pager_Page';
import dialogClose from '@salesforce/label/c.Core_Dialog_Close';
import fieldChoose from '@salesforce/label/c.Core_Field_Choose';
import fieldRequired from '@salesforce/label/c.Core_Field_Required';
import fieldTooLong from '@salesforce/label/c.Core_Field_Too_Long';
import cancel from '@salesforce/label/c.Core_Cancel';
import saving from '@salesforce/label/c.Core_Saving';
import factorsTitle from '@salesforce/label/c.Core_Factors_Title';
import factorsHelp from '@salesforce/label/c.Core_Factors_Help';
import factorsStart from '@salesforce/label/c.Core_Factors_Start';
import factorsSum from '@salesforce/label/c.Core_Factors_Sum';
import factorsPoints from '@salesforce/label/c.Core_Factors_Points';
import factorsOthers from '@salesforce/label/c.Core_Factors_Others';
import factorsShowAll from '@salesforce/label/c.Core_Factors_Show_All';
import factorsShowTop from '@salesforce/label/c.Core_Factors_Show_Top';
import factorsTable from '@salesforce/label/c.Core_Factors_Table';
import factorsChart from '@salesforce/label/c.Core_Factors_Chart';
import factorsFactor from '@salesforce/label/c.Core_Factors_Factor';
import factorsValue from '@salesforce/label/c.Core_Factors_Value';
import factorsEffect from '@salesforce/label/c.Core_Factors_Effect';
import confidence from '@salesforce/label/c.Core_Confidence';
import confidenceHigh from '@salesforce/label/c.Core_Confidence_High';
import confidenceMedium from '@salesforce/label/c.Core_Confidence_Medium';
import confidenceLow from '@salesforce/label/c.Core_Confidence_Low';
import confidenceSample from '@salesforce/label/c.Core_Confidence_Sample';
import confidenceNoSample from '@salesforce/label/c.Core_Confidence_No_Sample';
import evidenceStrong from '@salesforce/label/c.Core_Evidence_Strong';
import evidenceWeak from '@salesforce/label/c.Core_Evidence_Weak';
import evidenceAgainst from '@salesforce/label/c.Core_Evidence_Against';
import evidenceOpen from '@salesforce/label/c.Core_Evidence_Open';
import cardTitle from '@salesforce/label/c.Core_Card_Title';
import cardScoreOf from '@salesforce/label/c.Core_Card_Score_Of';
import cardRecommended from '@salesforce/label/c.Core_Card_Recommended';
import cardShadow from '@salesforce/label/c.Core_Card_Shadow';
import cardQueued from '@salesforce/label/c.Core_Card_Queued';
import cardNotScored from '@salesforce/label/c.Core_Card_Not_Scored';
import cardNotScoredText from '@salesforce/label/c.Core_Card_Not_Scored_Text';
import cardNextTry from '@salesforce/label/c.Core_Card_Next_Try';
import cardScoreAgain from '@salesforce/label/c.Core_Card_Score_Again';
import cardOff from '@salesforce/label/c.Core_Card_Off';
import cardMissing from '@salesforce/label/c.Core_Card_Missing';
import cardModel from '@salesforce/label/c.Core_Card_Model';
import cardModelBaseline from '@salesforce/label/c.Core_Card_Model_Baseline';
import cardModelLearned from '@salesforce/label/c.Core_Card_Model_Learned';
import cardScored from '@salesforce/label/c.Core_Card_Scored';
import cardDecision from '@salesforce/label/c.Core_Card_Decision';
import cardDue from '@salesforce/label/c.Core_Card_Due';
import cardOverdue from '@salesforce/label/c.Core_Card_Overdue';
import cardUseDraft from '@salesforce/label/c.Core_Card_Use_Draft';
import cardReason from '@salesforce/label/c.Core_Card_Reason';
import cardReasonHelp from '@salesforce/label/c.Core_Card_Reason_Help';
import cardComment from '@salesforce/label/c.Core_Card_Comment';
import cardDecided from '@salesforce/label/c.Core_Card_Decided';
import cardOverridden from '@salesforce/label/c.Core_Card_Overridden';
import queueFilter from '@salesforce/label/c.Core_Queue_Filter';
import queueSearch from '@salesforce/label/c.Core_Queue_Search';
import queueCount from '@salesforce/label/c.Core_Queue_Count';
import queueOne from '@salesforce/label/c.Core_Queue_One';
import queueEmpty from '@salesforce/label/c.Core_Queue_Empty';
import queueNothingFound from '@salesforce/label/c.Core_Queue_Nothing_Found';
import queueClearSearch from '@salesforce/label/c.Core_Queue_Clear_Search';
import queueSort from '@salesforce/label/c.Core_Queue_Sort';
import queueSortOnPhone from '@salesforce/label/c.Core_Queue_Sort_On_Phone';
import queueAscending from '@salesforce/label/c.Core_Queue_Ascending';
import queueDescending from '@salesforce/label/c.Core_Queue_Descending';
import queueSelect from '@salesforce/label/c.Core_Queue_Select';
import queueSelectAll from '@salesforce/label/c.Core_Queue_Select_All';
import queueSelected from '@salesforce/label/c.Core_Queue_Selected';
import queueExport from '@salesforce/label/c.Core_Queue_Export';
import queueLook from '@salesforce/label/c.Core_Queue_Look';
import queueTakeOut from '@salesforce/label/c.Core_Queue_Take_Out';
import queueProblems from '@salesforce/label/c.Core_Queue_Problems';
import queueUndo from '@salesforce/label/c.Core_Queue_Undo';
import queueDismiss from '@salesforce/label/c.Core_Queue_Dismiss';
import uploadButton from '@salesforce/label/c.Core_Upload_Button';
import uploadDrop from '@salesforce/label/c.Core_Upload_Drop';
import uploadCamera from '@salesforce/label/c.Core_Upload_Camera';
import uploadLimits from '@salesforce/label/c.Core_Upload_Limits';
import uploadPhotos from '@salesforce/label/c.Core_Upload_Photos';
import uploadTooLarge from '@salesforce/label/c.Core_Upload_Too_Large';
import uploadEmpty from '@salesforce/label/c.Core_Upload_Empty';
import uploadWrongKind from '@salesforce/label/c.Core_Upload_Wrong_Kind';
import uploadTooMany from '@salesforce/label/c.Core_Upload_Too_Many';
import uploadTwice from '@salesforce/label/c.Core_Upload_Twice';
import uploadUnreadable from '@salesforce/label/c.Core_Upload_Unreadable';
import uploadScaling from '@salesforce/label/c.Core_Upload_Scaling';
import uploadSending from '@salesforce/label/c.Core_Upload_Sending';
import uploadSent from '@salesforce/label/c.Core_Upload_Sent';
import uploadReady from '@salesforce/label/c.Core_Upload_Ready';
import uploadReduced from '@salesforce/label/c.Core_Upload_Reduced';
import uploadFailed from '@salesforce/label/c.Core_Upload_Failed';
import uploadRemove from '@salesforce/label/c.Core_Upload_Remove';
import uploadRetry from '@salesforce/label/c.Core_Upload_Retry';
import uploadProgress from '@salesforce/label/c.Core_Upload_Progress';
import talkTitle from '@salesforce/label/c.Core_Talk_Title';
import talkEmpty from '@salesforce/label/c.Core_Talk_Empty';
import talkQuestion from '@salesforce/label/c.Core_Talk_Question';
import talkAnswer from '@salesforce/label/c.Core_Talk_Answer';
import talkNote from '@salesforce/label/c.Core_Talk_Note';
import talkYou from '@salesforce/label/c.Core_Talk_You';
import talkWrite from '@salesforce/label/c.Core_Talk_Write';
import talkWriteAnswer from '@salesforce/label/c.Core_Talk_Write_Answer';
import talkSend from '@salesforce/label/c.Core_Talk_Send';
import talkSending from '@salesforce/label/c.Core_Talk_Sending';
import talkNotSent from '@salesforce/label/c.Core_Talk_Not_Sent';
import talkWaits from '@salesforce/label/c.Core_Talk_Waits';
import talkAttach from '@salesforce/label/c.Core_Talk_Attach';
import talkOpenFile from '@salesforce/label/c.Core_Talk_Open_File';
import talkTooLong from '@salesforce/label/c.Core_Talk_Too_Long';
import talkFilesSending from '@salesforce/label/c.Core_Talk_Files_Sending';
import chartTable from '@salesforce/label/c.Core_Chart_Table';
import chartChart from '@salesforce/label/c.Core_Chart_Chart';
import chartEmpty from '@salesforce/label/c.Core_Chart_Empty';
import chartName from '@salesforce/label/c.Core_Chart_Name';
import healthTitle from '@salesforce/label/c.Core_Health_Title';
import healthRunAgain from '@salesforce/label/c.Core_Health_Run_Again';
import healthRunning from '@salesforce/label/c.Core_Health_Running';
import healthAllGood from '@salesforce/label/c.Core_Health_All_Good';
import healthProblems from '@salesforce/label/c.Core_Health_Problems';
import healthOk from '@salesforce/label/c.Core_Health_Ok';
import healthWarning from '@salesforce/label/c.Core_Health_Warning';
import healthError from '@salesforce/label/c.Core_Health_Error';
import healthHowToFix from '@salesforce/label/c.Core_Health_How_To_Fix';
import healthSchedule from '@salesforce/label/c.Core_Health_Schedule';
import useCasesTitle from '@salesforce/label/c.Core_UseCases_Title';
import useCasesMode from '@salesforce/label/c.Core_UseCases_Mode';
import useCasesEffective from '@salesforce/label/c.Core_UseCases_Effective';
import useCasesHumanReview from '@salesforce/label/c.Core_UseCases_Human_Review';
import useCasesEmpty from '@salesforce/label/c.Core_UseCases_Empty';
import useCasesThresholdHelp from '@salesforce/label/c.Core_UseCases_Threshold_Help';
import useCasesReviewHelp from '@salesforce/label/c.Core_UseCases_Review_Help';
import useCasesSaved from '@salesforce/label/c.Core_UseCases_Saved';
import phasePilot from '@salesforce/label/c.Core_Phase_Pilot';
import phaseLimited from '@salesforce/label/c.Core_Phase_Limited';
import phaseGeneral from '@salesforce/label/c.Core_Phase_General';
import rollOutTitle from '@salesforce/label/c.Core_RollOut_Title';
import settingPhase from '@salesforce/label/c.Core_Setting_Phase';
import settingPilotGroup from '@salesforce/label/c.Core_Setting_Pilot_Group';
import settingPilotGroupHelp from '@salesforce/label/c.Core_Setting_Pilot_Group_Help';
import settingTiers from '@salesforce/label/c.Core_Setting_Tiers';
import settingTiersHelp from '@salesforce/label/c.Core_Setting_Tiers_Help';
import settingPermission from '@salesforce/label/c.Core_Setting_Permission';
import settingPermissionHelp from '@salesforce/label/c.Core_Setting_Permission_Help';
import settingAudience from '@salesforce/label/c.Core_Setting_Audience';
import settingExit from '@salesforce/label/c.Core_Setting_Exit';
import settingAmountLimit from '@salesforce/label/c.Core_Setting_Amount_Limit';
import settingAmountLimitHelp from '@salesforce/label/c.Core_Setting_Amount_Limit_Help';
import settingAlert from '@salesforce/label/c.Core_Setting_Alert';
import settingAlertHelp from '@salesforce/label/c.Core_Setting_Alert_Help';
import retentionTitle from '@salesforce/label/c.Core_Retention_Title';
import retentionAudit from '@salesforce/label/c.Core_Retention_Audit';
import retentionAuditHelp from '@salesforce/label/c.Core_Retention_Audit_Help';
import retentionJobs from '@salesforce/label/c.Core_Retention_Jobs';
import modeOff from '@salesforce/label/c.Core_Mode_Off';
import modeShadow from '@salesforce/label/c.Core_Mode_Shadow';
import modeAssist from '@salesforce/label/c.Core_Mode_Assist';
import modeAuto from '@salesforce/label/c.Core_Mode_Auto';
import modeOffHelp from '@salesforce/label/c.Core_Mode_Off_Help';
import modeShadowHelp from '@salesforce/label/c.Core_Mode_Shadow_Help';
import modeAssistHelp from '@salesforce/label/c.Core_Mode_Assist_Help';
import modeAutoHelp from '@salesforce/label/c.Core_Mode_Auto_Help';
import modeSaved from '@salesforce/label/c.Core_Mode_Saved';
import killSwitchTitle from '@salesforce/label/c.Core_Kill_Switch_Title';
import killSwitchText from '@salesforce/label/c.Core_Kill_Switch_Text';
import killSwitchStop from '@salesforce/label/c.Core_Kill_Switch_Stop';
import killSwitchResume from '@salesforce/label/c.Core_Kill_Switch_Resume';
import killSwitchStopped from '@salesforce/label/c.Core_Kill_Switch_Stopped';
import killSwitchRunning from '@salesforce/label/c.Core_Kill_Switch_Running';

/** Every string the components of this domain show, translatable as custom labels. */
export const labels = {
  errorNoPermission,
  stateLoading,
  stateRetry,
  stateDeniedTitle,
  stateDeniedText,
  stateErrorTitle,
  stateUnknownError,
  stateOfflineTitle,
  stateOfflineText,
  pagerPrevious,
  pagerNext,
  pagerPage,
  dialogClose,
  fieldChoose,
  fieldRequired,
  fieldTooLong,
  cancel,
  saving,
  factorsTitle,
  factorsHelp,
  factorsStart,
  factorsSum,
  factorsPoints,
  factorsOthers,
  factorsShowAll,
  factorsShowTop,
  factorsTable,
  factorsChart,
  factorsFactor,
  factorsValue,
  factorsEffect,
  confidence,
  confidenceHigh,
  confidenceMedium,
  confidenceLow,
  confidenceSample,
  confidenceNoSample,
  evidenceStrong,
  evidenceWeak,
  evidenceAgainst,
  evidenceOpen,
  cardTitle,
  cardScoreOf,
  cardRecommended,
  cardShadow,
  cardQueued,
  cardNotScored,
  cardNotScoredText,
  cardNextTry,
  cardScoreAgain,
  cardOff,
  cardMissing,
  cardModel,
  cardModelBaseline,
  cardModelLearned,
  cardScored,
  cardDecision,
  cardDue,
  cardOverdue,
  cardUseDraft,
  cardReason,
  cardReasonHelp,
  cardComment,
  cardDecided,
  cardOverridden,
  queueFilter,
  queueSearch,
  queueCount,
  queueOne,
  queueEmpty,
  queueNothingFound,
  queueClearSearch,
  queueSort,
  queueSortOnPhone,
  queueAscending,
  queueDescending,
  queueSelect,
  queueSelectAll,
  queueSelected,
  queueExport,
  queueLook,
  queueTakeOut,
  queueProblems,
  queueUndo,
  queueDismiss,
  uploadButton,
  uploadDrop,
  uploadCamera,
  uploadLimits,
  uploadPhotos,
  uploadTooLarge,
  uploadEmpty,
  uploadWrongKind,
  uploadTooMany,
  uploadTwice,
  uploadUnreadable,
  uploadScaling,
  uploadSending,
  uploadSent,
  uploadReady,
  uploadReduced,
  uploadFailed,
  uploadRemove,
  uploadRetry,
  uploadProgress,
  talkTitle,
  talkEmpty,
  talkQuestion,
  talkAnswer,
  talkNote,
  talkYou,
  talkWrite,
  talkWriteAnswer,
  talkSend,
  talkSending,
  talkNotSent,
  talkWaits,
  talkAttach,
  talkOpenFile,
  talkTooLong,
  talkFilesSending,
  chartTable,
  chartChart,
  chartEmpty,
  chartName,
  healthTitle,
  healthRunAgain,
  healthRunning,
  healthAllGood,
  healthProblems,
  healthOk,
  healthWarning,
  healthError,
  healthHowToFix,
  healthSchedule,
  useCasesTitle,
  useCasesMode,
  useCasesEffective,
  useCasesHumanReview,
  useCasesEmpty,
  useCasesThresholdHelp,
  useCasesReviewHelp,
  useCasesSaved,
  phasePilot,
  phaseLimited,
  phaseGeneral,
  rollOutTitle,
  settingPhase,
  settingPilotGroup,
  settingPilotGroupHelp,
  settingTiers,
  settingTiersHelp,
  settingPermission,
  settingPermissionHelp,
  settingAudience,
  settingExit,
  settingAmountLimit,
  settingAmountLimitHelp,
  settingAlert,
  settingAlertHelp,
  retentionTitle,
  retentionAudit,
  retentionAuditHelp,
  retentionJobs,
  modeOff,
  modeShadow,
  modeAssist,
  modeAuto,
  modeOffHelp,
  modeShadowHelp,
  modeAssistHelp,
  modeAutoHelp,
  modeSaved,
  killSwitchTitle,
  killSwitchText,
  killSwitchStop,
  killSwitchResume,
  killSwitchStopped,
  killSwitchRunning
} as const;
