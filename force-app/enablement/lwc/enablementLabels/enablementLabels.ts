import feedTitle from '@salesforce/label/c.Content_Feed_Title';
import feedEmptyTitle from '@salesforce/label/c.Content_Feed_Empty_Title';
import feedEmpty from '@salesforce/label/c.Content_Feed_Empty';
import open from '@salesforce/label/c.Content_Open';
import save from '@salesforce/label/c.Content_Save';
import unsave from '@salesforce/label/c.Content_Unsave';
import dismiss from '@salesforce/label/c.Content_Dismiss';
import dismissed from '@salesforce/label/c.Content_Dismissed';
import undo from '@salesforce/label/c.Content_Undo';
import minutes from '@salesforce/label/c.Content_Minutes';
import actionFailed from '@salesforce/label/c.Content_Action_Failed';
import openLink from '@salesforce/label/c.Content_Open_Link';
import viewerEmpty from '@salesforce/label/c.Content_Viewer_Empty';
import finished from '@salesforce/label/c.Content_Finished';
import isFinished from '@salesforce/label/c.Content_Is_Finished';
import close from '@salesforce/label/c.Content_Close';
import searchTitle from '@salesforce/label/c.Content_Search_Title';
import searchLabel from '@salesforce/label/c.Content_Search_Label';
import searchPlaceholder from '@salesforce/label/c.Content_Search_Placeholder';
import searchCount from '@salesforce/label/c.Content_Search_Count';
import searchOne from '@salesforce/label/c.Content_Search_One';
import searchEmpty from '@salesforce/label/c.Content_Search_Empty';
import searchNearest from '@salesforce/label/c.Content_Search_Nearest';
import didYouMean from '@salesforce/label/c.Content_Did_You_Mean';
import answerTitle from '@salesforce/label/c.Content_Answer_Title';
import allKinds from '@salesforce/label/c.Content_All_Kinds';
import kindFilter from '@salesforce/label/c.Content_Kind_Filter';

export const labels = {
  feedTitle,
  feedEmptyTitle,
  feedEmpty,
  open,
  save,
  unsave,
  dismiss,
  dismissed,
  undo,
  minutes,
  actionFailed,
  openLink,
  viewerEmpty,
  finished,
  isFinished,
  close,
  searchTitle,
  searchLabel,
  searchPlaceholder,
  searchCount,
  searchOne,
  searchEmpty,
  searchNearest,
  didYouMean,
  answerTitle,
  allKinds,
  kindFilter
} as const;
